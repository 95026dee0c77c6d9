// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.http.ListenAddress;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortLimits;

class ProbeStateTest {

  private final List<Boolean> readiness = new ArrayList<>();
  private final ProbeState state = new ProbeState(readiness::add);

  @Test
  void probesTellEachStepOfALife() throws InterruptedException {
    var seconds = Duration.ofSeconds(10);
    var port =
        Port.ofOwnThreads(
            new ListenAddress("management", "--management-port", "127.0.0.1", 0, true),
            new PortLimits(seconds, seconds),
            new ManagementHandler(
                state,
                "{}",
                group -> Optional.empty(),
                exchange -> {},
                ManagementHandler::notFound));
    port.start();
    try {
      assertThat(probes(port)).containsExactly("503 not_started", "503 not_ready", "200 ok");
      state.started();
      assertThat(probes(port)).containsExactly("200 ok", "503 not_ready", "200 ok");
      state.ready();
      assertThat(probes(port)).containsExactly("200 ok", "200 ok", "200 ok");
      state.drain();
      assertThat(probes(port)).containsExactly("200 ok", "503 not_ready", "200 ok");
    } finally {
      port.stop(seconds);
    }
  }

  @Test
  void whoDrainsIsNeverReadyAgain() {
    state.ready();
    state.drain();
    state.ready();

    assertThat(state.isReady()).isFalse();
    assertThat(readiness).containsExactly(true, false);
  }

  private static List<String> probes(Port port) {
    return List.of("/start", "/ready", "/live").stream()
        .map(path -> RawHttp.get(port.number(), path))
        .map(
            answer ->
                answer.status() + answer.text().replace("{\"status\":\"", " ").replace("\"}", ""))
        .toList();
  }
}
