// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.SystemHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import wtf.metio.jaas.app.probes.HealthSource;
import wtf.metio.jaas.app.text.GoText;

/** The health that Spring Boot's actuator knows, in the form in which it tells it. */
final class ActuatorHealth implements HealthSource {

  private final HealthEndpoint endpoint;

  ActuatorHealth(HealthEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Optional<HealthReport> of(String group) {
    HealthDescriptor health =
        group.isEmpty() ? endpoint.health() : endpoint.healthForPath(group.split("/", -1));
    return Optional.ofNullable(health).map(ActuatorHealth::report);
  }

  private static HealthReport report(HealthDescriptor health) {
    var status = "\"status\":" + GoText.json(health.getStatus().getCode());
    var json =
        health instanceof SystemHealthDescriptor system
            ? "{\"groups\":" + names(system) + "," + status + "}"
            : "{" + status + "}";
    return new HealthReport(health.getStatus().equals(Status.UP), json);
  }

  private static String names(SystemHealthDescriptor system) {
    var groups = system.getGroups();
    return (groups == null ? Set.<String>of() : groups)
        .stream().map(GoText::json).collect(Collectors.joining(",", "[", "]"));
  }
}
