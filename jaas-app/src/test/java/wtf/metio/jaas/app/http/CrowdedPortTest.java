// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

class CrowdedPortTest {

  private static final Duration LONG = Duration.ofSeconds(25);
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int SEATS = 8;
  private static final byte[] LARGE = new byte[16 << 20];

  private final List<Socket> clients = new ArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch working = new CountDownLatch(SEATS);
  private Port port;

  @AfterEach
  void stop() throws Exception {
    goOn.countDown();
    for (var client : clients) {
      client.close();
    }
    port.stop(Duration.ZERO);
  }

  private static ListenAddress address() {
    return new ListenAddress("echo", "--echo-port", "127.0.0.1", 0, true);
  }

  private void startWithFewSeats() {
    port = Port.ofManyThreads(address(), new PortLimits(LONG, LONG), this::answer, SEATS);
    port.start();
  }

  private void answer(Exchange exchange) throws IOException {
    switch (exchange.rawPath()) {
      case "/large" -> exchange.answer(200, "text/plain", LARGE);
      case "/slow" -> {
        working.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        exchange.answerText(200, "at last");
      }
      default -> exchange.answerText(200, "well");
    }
  }

  private Socket client(String sends) throws IOException {
    var socket = RawHttp.connect(port.number());
    clients.add(socket);
    socket.getOutputStream().write(sends.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private void newcomersAreAnswered() {
    for (int i = 0; i < 3 * SEATS; i++) {
      long begin = System.nanoTime();

      assertThat(RawHttp.get(port.number(), "/").text()).isEqualTo("well\n");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HT",
        "GET / HTTP/1.1\r\nHost: x\r\nX: ",
        "GET /\u00e4 HTTP/1.1\r\nHost: x\r\nX: ",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void clientsThatTakeTheirTimeKeepNobodyOut(String sends) throws IOException {
    startWithFewSeats();
    for (int i = 0; i < 4 * SEATS; i++) {
      client(sends);
    }

    newcomersAreAnswered();
  }

  @Test
  void aRequestThatIsWorkedOnKeepsItsConnection() throws Exception {
    startWithFewSeats();
    var request = "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    for (int i = 0; i < SEATS; i++) {
      client(request);
    }
    working.await();
    var newcomer = client("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(newcomer.getInputStream().available()).isZero();
    goOn.countDown();

    for (var client : clients) {
      assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void theOneThatHasBeenSilentLongestGoesFirst() throws IOException {
    startWithFewSeats();
    for (int i = 0; i < SEATS; i++) {
      askOnceMore(client(""));
      tick();
    }
    RawHttp.get(port.number(), "/");

    assertThat(clients.getFirst().getInputStream().read()).isEqualTo(-1);
    client("");
    for (var client : clients.subList(2, SEATS)) {
      askOnceMore(client);
    }
  }

  /** Whoever has an answer has been accepted and heard; the order of silence is then known. */
  private static void askOnceMore(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    while (!answer.toString().endsWith("well\n")) {
      int next = client.getInputStream().read();
      assertThat(next).as("after \"%s\"", answer).isNotEqualTo(-1);
      answer.append((char) next);
    }
  }

  /** The connector's clock has milliseconds. */
  private static void tick() {
    long after = System.nanoTime() + Duration.ofMillis(20).toNanos();
    RunningService.await(() -> System.nanoTime() > after);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTTP/1.1\r\nHost: x\r\nX: ",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
        "GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void aPortWithThreadsOfItsOwnAnswersWhateverTwoHundredOthersDo(String sends) throws IOException {
    port = Port.ofOwnThreads(address(), new PortLimits(LONG, LONG), this::answer);
    port.start();
    for (int i = 0; i < 200; i++) {
      client(sends);
    }

    newcomersAreAnswered();
  }

  @Test
  void aPortWithThreadsOfItsOwnHearsNobodyForEver() throws IOException {
    port = Port.ofOwnThreads(address(), new PortLimits(LONG, LONG), this::answer);
    port.start();

    var everything = client("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1000)).getInputStream();

    assertThat(new String(everything.readAllBytes(), StandardCharsets.US_ASCII).split("well", -1))
        .hasSize(21);
  }
}
