// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;

/** Which connections live on after an answer, and which do not. */
class ConnectionReuseTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String NEXT = "GET /200 HTTP/1.1\r\nHost: x\r\n\r\n";

  private Port port;
  private Port few;

  @BeforeEach
  void start() {
    port = started(Port::ofManyThreads);
    few = started(Port::ofOwnThreads);
  }

  @AfterEach
  void stop() throws InterruptedException {
    port.stop(Duration.ZERO);
    few.stop(Duration.ZERO);
  }

  /** Makes a port of one kind. */
  private interface Kind {
    Port make(ListenAddress address, PortLimits limits, Handler handler);
  }

  private static Port started(Kind kind) {
    var address = new ListenAddress("echo", "--echo-port", "127.0.0.1", 0, true);
    var port = kind.make(address, new PortLimits(LONG, LONG), ConnectionReuseTest::answer);
    port.start();
    return port;
  }

  /** Answers with the status that the path asks for. */
  private static void answer(Exchange exchange) throws IOException {
    if (CleanPath.orAnswer(exchange).isPresent()) {
      int status = Integer.parseInt(exchange.rawPath().substring(1));
      if (status == 304) {
        exchange.answerWithoutBody(status, Map.of());
      } else {
        exchange.answerText(status, "text");
      }
    }
  }

  private static String[] answers(Port port, String... requests) throws IOException {
    try (var socket = RawHttp.connect(port.number())) {
      // In one piece: what comes after an end that the other side made resets the connection.
      send(socket, String.join("", requests));
      socket.shutdownOutput();
      var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return all.substring("HTTP/1.1 ".length()).split("HTTP/1\\.1 ");
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 304, 400, 404, 405, 408, 411, 413, 414, 500, 501, 503, 504})
  void noStatusOfOursEndsAConnection(int status) throws IOException {
    var answers = answers(port, "GET /" + status + " HTTP/1.1\r\nHost: x\r\n\r\n", NEXT);

    assertThat(answers).hasSize(2);
    assertThat(answers[0]).startsWith(status + " ").doesNotContain("Connection:");
    assertThat(answers[1]).startsWith("200 ").endsWith("\r\n\r\ntext\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 503})
  void aClientThatWantsAnEndGetsIt(int status) throws IOException {
    var request = "GET /" + status + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    var answers = answers(port, request, NEXT);

    assertThat(answers).hasSize(1);
    assertThat(answers[0]).startsWith(status + " ").contains("Connection: close\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET /200 HTTP/1.1\r\n\r\n",
        "GET /20%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /200 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        "GET /200 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "GET /200 HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"
      })
  void aMalformedRequestIsTheLast(String request) throws IOException {
    var answers = answers(port, request, NEXT);

    assertThat(answers).hasSize(1);
    assertThat(answers[0]).doesNotStartWith("200 ").contains("Connection: close\r\n");
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "GET, 503", "POST, 405"})
  void aBodyThatCameWithItsHeaderIsSkipped(String method, int status) throws IOException {
    var request =
        method + " /" + status + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nGET / HTT";
    for (var either : new Port[] {port, few}) {
      var answers = answers(either, request + NEXT);

      assertThat(answers).hasSize(2);
      assertThat(answers[0]).startsWith(status + " ");
      assertThat(answers[1]).startsWith("200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 9\r\n\r\n",
        "Content-Length: 9999999999\r\n\r\nbegin",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nbegin\r\n",
        "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n"
      })
  void nobodyWaitsForTheRestOfABody(String rest) throws IOException {
    for (var either : new Port[] {port, few}) {
      try (var socket = RawHttp.connect(either.number())) {
        long begin = System.nanoTime();
        send(socket, "GET /200 HTTP/1.1\r\nHost: x\r\n" + rest);
        var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(all).startsWith("HTTP/1.1 200 ").contains("Connection: close\r\n");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG.dividedBy(2));
      }
    }
  }

  @Test
  void whoSendsWithoutEndGetsAnAnswerAndIsCutOff() throws Exception {
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET /200 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      var end = new byte[4096];
      int count = socket.getInputStream().readNBytes(end, 0, 20);
      var sent = sendUntilRefused(socket.getOutputStream());

      assertThat(new String(end, 0, count, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 ");
      assertThat(sent).isLessThan(64 << 20);
    }
  }

  private static long sendUntilRefused(OutputStream out) {
    var piece = "1000\r\n%s\r\n".formatted("x".repeat(0x1000)).getBytes(StandardCharsets.US_ASCII);
    for (long sent = 0; ; sent += piece.length) {
      try {
        out.write(piece);
      } catch (IOException e) {
        return sent;
      }
    }
  }
}
