// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

class ManagementPortTest {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/start", "/ready", "/live"})
  void probesOfARunningServiceAreFine(String path) {
    var answer = service.get("management", path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({"POST, /start", "PUT, /ready", "DELETE, /live", "OPTIONS, /live"})
  void probesAreOnlyAsked(String method, String path) {
    var answer = RawHttp.request(service.port("management"), method, path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET");
    assertThat(answer.text()).isEqualTo("{\"status\":\"method_not_allowed\"}");
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @Test
  void headIsNoWayToAskAProbe() {
    var answer = RawHttp.request(service.port("management"), "HEAD", "/live");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/jsonnet/",
        "/jsonnet/hello",
        "/ready/",
        "/livez",
        "/metrics",
        "/actuator/health/nothing"
      })
  void otherPathsAreNotThere(String path) {
    var answer = service.get("management", path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("404 page not found\n");
  }

  @Test
  void theVersionIncludesThatOfTheLanguage() {
    var answer = service.get("management", "/version");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo("{\"version\":\"development\",\"commit\":\"unknown\",\"jsonnet\":\"v0.22.0\"}");
  }

  @Test
  void theActuatorTellsItsHealthAndItsNumbers() {
    assertThat(service.get("management", "/actuator/health").text())
        .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
    assertThat(service.get("management", "/actuator/health/readiness").text())
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(service.get("management", "/actuator/health/liveness").text())
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(service.get("management", "/actuator/prometheus").text())
        .contains("jaas_eval_in_flight 0.0");
  }
}
