// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.http.ListenAddress;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortLimits;
import wtf.metio.jaas.app.http.PortUnavailableException;
import wtf.metio.jaas.app.probes.ProbeState;

class ServiceTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<Boolean> readiness = new ArrayList<>();
  private final ProbeState state = new ProbeState(readiness::add);
  private final List<String> stopped = new ArrayList<>();
  private final Signals signals = Signals.raisedByHand(() -> stopped.add("at once"));

  private static Port port(String server, int number, boolean essential) {
    return Port.ofOwnThreads(
        new ListenAddress(server, "--" + server, "127.0.0.1", number, essential),
        new PortLimits(LONG, LONG),
        exchange -> exchange.answerText(200, server));
  }

  private Service service(Duration delay, Port... ports) {
    return new Service(List.of(ports), state, signals, () -> {}, Background.NONE, delay);
  }

  @Test
  void anEssentialPortThatIsTakenClosesTheOthers() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var first = port("first", 0, true);
      var service = service(Duration.ZERO, first, port("second", taken.getLocalPort(), true));

      assertThatThrownBy(service::start)
          .isInstanceOf(PortUnavailableException.class)
          .hasMessageStartingWith("--second: cannot listen on 127.0.0.1:");
      assertThatThrownBy(() -> RawHttp.connect(first.number())).isInstanceOf(IOException.class);
      assertThat(readiness).isEmpty();
    }
  }

  @Test
  void anotherPortThatIsTakenIsDoneWithout() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var service =
          service(
              Duration.ZERO, port("first", 0, true), port("second", taken.getLocalPort(), false));

      service.start();

      assertThat(readiness).containsExactly(true);
      assertThat(RawHttp.get(service.portOf("first"), "/").status()).isEqualTo(200);
      assertThat(service.stop()).isZero();
    }
  }

  @Test
  void itWarmsUpWhileItListensAndBeforeItIsReady() throws InterruptedException {
    var during = new ArrayList<String>();
    var port = port("first", 0, true);
    Runnable warmUp =
        () -> during.add("port " + RawHttp.get(port.number(), "/").status() + ", " + readiness);
    var service =
        new Service(List.of(port), state, signals, warmUp, Background.NONE, Duration.ZERO);

    service.start();

    assertThat(during).containsExactly("port 200, []");
    assertThat(readiness).containsExactly(true);
    assertThat(service.stop()).isZero();
  }

  @Test
  void withoutADelayItStopsAtOnce() throws InterruptedException {
    var service = service(Duration.ZERO, port("first", 0, true));
    service.start();

    long begin = System.nanoTime();
    assertThat(service.stop()).isZero();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(readiness).containsExactly(true, false);
  }

  @Test
  void theDelayIsWaitedFor() throws InterruptedException {
    var service = service(Duration.ofMillis(300), port("first", 0, true));
    service.start();

    long begin = System.nanoTime();
    service.stop();

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void whoGivesUpEndsInGoodOrderAndAsAFailure() {
    var service = service(Duration.ZERO, port("first", 0, true));
    signals.giveUp();

    assertThat(service.run()).isEqualTo(1);
    assertThat(readiness).containsExactly(true, false);
    assertThat(stopped).isEmpty();
  }

  @Test
  void theFirstSignalBeginsTheEndTheSecondHastensItAndTheThirdWaitsForNothing() {
    var service = service(Duration.ofHours(1), port("first", 0, true));
    signals.raise("TERM");
    signals.raise("INT");

    assertThat(service.run()).isZero();
    assertThat(stopped).isEmpty();

    signals.raise("TERM");
    assertThat(stopped).containsExactly("at once");
  }
}
