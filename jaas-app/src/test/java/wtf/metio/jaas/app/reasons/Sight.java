// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.app.cluster.OperatingService;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/** What can be seen of one snippet from outside. */
record Sight(OperatingService service, TenantNamespace team, String snippet) {

  /** The status of {@code Ready} that belongs to a reason. */
  static String status(Reason reason) {
    return switch (reason) {
      case SYNCED -> "True";
      case PENDING -> "Unknown";
      default -> "False";
    };
  }

  /** The snippet once it says so. */
  KubeObject await(Reason reason) {
    return team.await(snippet, status(reason), reason.text());
  }

  /** How many passes came to this end. */
  int passes(Reason reason) {
    return counted(
        "jaas_snippet_reconcile_total",
        "status=\"" + status(reason) + '"',
        "reason=\"" + reason.text() + '"');
  }

  /** The value of a metric that counts for each snippet. */
  int counted(String metric, String... more) {
    var labels = new String[more.length + 2];
    System.arraycopy(more, 0, labels, 0, more.length);
    labels[more.length] = "namespace=\"" + team.name() + '"';
    labels[more.length + 1] = "name=\"" + snippet + '"';
    return (int) service.metric(metric, labels);
  }

  /** The first event of a reason, once it is there. */
  KubeObject event(String reason) {
    return Awaiting.until(() -> events(reason), found -> !found.isEmpty()).getFirst();
  }

  /** The events of a reason. */
  List<KubeObject> events(String reason) {
    return team.admin().get(Resource.EVENTS.in(team.name())).items().stream()
        .filter(event -> event.text("/regarding/name").equals(Optional.of(snippet)))
        .filter(event -> event.text("/reason").equals(Optional.of(reason)))
        .toList();
  }

  /** What an event says, once it is there, is seen to be of us and of this type. */
  String told(String type, String reason) {
    var event = event(reason);
    assertThat(event.text("/type")).hasValue(type);
    assertThat(event.text("/action")).hasValue(reason);
    assertThat(event.text("/reportingController")).hasValue("jaas-operator");
    assertThat(event.text("/regarding/kind")).hasValue("JsonnetSnippet");
    assertThat(event.text("/regarding/apiVersion")).hasValue("jaas.metio.wtf/v1");
    return event.text("/note").orElseThrow();
  }

  static String message(KubeObject snippet) {
    return snippet.condition("Ready").flatMap(ready -> ready.text("/message")).orElseThrow();
  }
}
