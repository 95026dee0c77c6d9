// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

class PortTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Handler ECHO =
      exchange ->
          exchange.answerText(
              200, exchange.method() + " " + exchange.rawPath() + " " + exchange.rawQuery());

  private final List<Port> ports = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (var port : ports) {
      port.stop(Duration.ZERO);
    }
  }

  private Port start(PortLimits limits, Handler handler) {
    var port = Port.ofManyThreads(address(0), limits, handler);
    port.start();
    ports.add(port);
    return port;
  }

  private static ListenAddress address(int number) {
    return new ListenAddress("echo", "--echo-port", "127.0.0.1", number, true);
  }

  private Port echo() {
    return start(new PortLimits(LONG, LONG), ECHO);
  }

  private static String header(int bytes) {
    return "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "a".repeat(bytes) + "\r\n\r\n";
  }

  @Test
  void pathsAndQueriesComeAsTheyWereSent() {
    var answer = RawHttp.get(echo().number(), "/a//b/../%2F;x=1/?q=%20{\"}&;");

    assertThat(answer.text()).isEqualTo("GET /a//b/../%2F;x=1/ q=%20{\"}&;\n");
  }

  @Test
  void aHeaderMayHaveOneMebibyte() {
    assertThat(RawHttp.send(echo().number(), header(1_000_000)).status()).isEqualTo(200);
  }

  @Test
  void aLargerHeaderIsRefused() {
    assertThat(RawHttp.send(echo().number(), header(1_100_000)).status()).isEqualTo(431);
  }

  @Test
  void aHeaderMayComeInPieces() throws IOException {
    try (var socket = RawHttp.connect(echo().number())) {
      send(socket, "GET /\u00e4 HTTP/1.1\r\nHost");
      send(socket, ": x\r\nConnection: close\r\n");
      send(socket, "\r\n");

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .endsWith("GET /\u00c3\u00a4 \n");
    }
  }

  @Test
  void unfinishedHeadersDoNotTakeTheFewThreadsOfAPort() throws IOException {
    var port = Port.ofOwnThreads(address(0), new PortLimits(LONG, LONG), ECHO);
    port.start();
    ports.add(port);
    var sockets = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 8; i++) {
        var socket = RawHttp.connect(port.number());
        sockets.add(socket);
        send(socket, "GET /\u00e4 HTTP/1.1\r\nHost: x\r\n");
      }

      assertThat(RawHttp.get(port.number(), "/live").status()).isEqualTo(200);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whatIsNoRequestIsRefused() {
    assertThat(RawHttp.send(echo().number(), "NONSENSE\r\n\r\n").status()).isEqualTo(400);
    assertThat(RawHttp.send(echo().number(), "GET / HTTP/1.1\r\n\r\n").status()).isEqualTo(400);
    assertThat(RawHttp.send(echo().number(), "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n").status())
        .isEqualTo(400);
  }

  @Test
  void manyHeadersAreFine() {
    var headers = "X: y\r\n".repeat(5000);

    assertThat(
            RawHttp.send(
                    echo().number(),
                    "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n")
                .status())
        .isEqualTo(200);
  }

  @Test
  void oneConnectionServesManyRequestsAlsoInOneGo() throws IOException {
    try (var socket = RawHttp.connect(echo().number())) {
      var request = "GET /%d HTTP/1.1\r\nHost: x\r\n\r\n";
      var all = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        all.append(request.formatted(i));
      }
      socket.getOutputStream().write(all.toString().getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();

      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(301);
      assertThat(answers).contains("GET /0 ", "GET /299 ");
    }
  }

  @Test
  void aRequestThatFollowsWhileTheFirstIsWorkedOnIsNotLost() throws IOException {
    var watched = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var port =
        start(
            new PortLimits(LONG, LONG),
            exchange -> {
              try (var _ = exchange.whenClientLeaves(() -> {})) {
                watched.countDown();
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              ECHO.handle(exchange);
            });
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET /first HTTP/1.1\r\nHost: x\r\n\r\n");
      watched.await();
      send(socket, "GET /second HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      // The watch takes what came meanwhile, a few milliseconds later.
      long seen = System.nanoTime() + Duration.ofMillis(60).toNanos();
      RunningService.await(() -> System.nanoTime() > seen);
      goOn.countDown();

      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answers).contains("GET /first ", "GET /second ");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHeaderThatDripsIsCutOffInTime() throws IOException {
    var port = start(new PortLimits(Duration.ofMillis(400), LONG), ECHO);
    long begin = System.nanoTime();
    try (var socket = RawHttp.connect(port.number())) {
      var dripping =
          CompletableFuture.runAsync(
              () -> {
                try {
                  while (!socket.isClosed()) {
                    send(socket, "G");
                    RunningService.await(() -> true);
                  }
                } catch (IOException e) {
                  // The other side has hung up, as it should.
                }
              });

      assertThat(readToEnd(socket)).isEqualTo(-1);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(300), Duration.ofSeconds(10));
      socket.close();
      dripping.join();
    }
  }

  @Test
  void anIdleConnectionIsClosedAfterTheReadTimeout() throws IOException {
    var port = start(new PortLimits(Duration.ofMillis(300), LONG), ECHO);
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .contains("GET / ");
    }
  }

  @Test
  void whoDoesNotTakeTheAnswerIsCutOff() throws Exception {
    var failure = new CompletableFuture<Throwable>();
    var port =
        start(
            new PortLimits(LONG, Duration.ofMillis(300)),
            exchange -> {
              try {
                exchange.answer(200, "text/plain", new byte[64 << 20]);
              } catch (IOException e) {
                failure.complete(e);
                throw e;
              }
            });
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aClientThatLeavesIsNoticed() throws Exception {
    var gone = new CompletableFuture<Boolean>();
    var port =
        start(
            new PortLimits(LONG, LONG),
            exchange -> {
              try (var _ = exchange.whenClientLeaves(() -> gone.complete(true))) {
                gone.join();
              }
              exchange.hangUp();
            });
    var socket = RawHttp.connect(port.number());
    send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    socket.close();

    assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void stoppingLetsARequestEndAndTakesNoNewConnection() throws Exception {
    var working = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var port =
        start(
            new PortLimits(LONG, LONG),
            exchange -> {
              working.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              ECHO.handle(exchange);
            });
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET /last HTTP/1.1\r\nHost: x\r\n\r\n");
      working.await();
      var stopped =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return port.stop(LONG);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      RunningService.await(() -> isRefused(port.number()));
      assertThat(stopped).isNotDone();
      goOn.countDown();

      var answer =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .lines()
              .toList();

      assertThat(answer).contains("Connection: close", "GET /last ");
      assertThat(stopped.get()).isTrue();
    }
    ports.remove(port);
  }

  @Test
  void aRequestThatDoesNotEndIsCutOff() throws Exception {
    var working = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var port =
        start(
            new PortLimits(LONG, LONG),
            exchange -> {
              working.countDown();
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    try (var socket = RawHttp.connect(port.number())) {
      send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
      working.await();

      assertThat(port.stop(Duration.ofMillis(50))).isFalse();
    } finally {
      never.countDown();
      ports.remove(port);
    }
  }

  @Test
  void aPortThatIsTakenNamesItsFlagAndAddress() {
    var taken = echo().number();

    assertThatThrownBy(
            () -> Port.ofManyThreads(address(taken), new PortLimits(LONG, LONG), ECHO).start())
        .isInstanceOf(PortUnavailableException.class)
        .hasMessage(
            "--echo-port: cannot listen on 127.0.0.1:"
                + taken
                + " (echo server): the port is in use by another process");
  }

  @Test
  void anAddressThatIsNotThereIsToldSo() {
    var nowhere =
        new ListenAddress("echo", "--echo-port", "--echo-host", "no.such.host.invalid", 0, true);

    assertThatThrownBy(() -> Port.ofManyThreads(nowhere, new PortLimits(LONG, LONG), ECHO).start())
        .isInstanceOf(PortUnavailableException.class)
        .hasMessageStartingWith("--echo-host: cannot listen on no.such.host.invalid:0")
        .hasMessageEndingWith("there is no such address");
  }

  @Test
  void anAddressOfAnotherMachineIsToldSo() {
    var elsewhere = new ListenAddress("echo", "--echo-port", "--echo-host", "192.0.2.1", 0, true);

    assertThatThrownBy(
            () -> Port.ofManyThreads(elsewhere, new PortLimits(LONG, LONG), ECHO).start())
        .isInstanceOf(PortUnavailableException.class)
        .hasMessage(
            "--echo-host: cannot listen on 192.0.2.1:0 (echo server): this machine has no such"
                + " address");
  }

  @Test
  void noHostMeansEveryAddress() {
    var everywhere = new ListenAddress("echo", "--echo-port", "", 0, true);
    var port = Port.ofManyThreads(everywhere, new PortLimits(LONG, LONG), ECHO);
    port.start();
    ports.add(port);

    assertThat(RawHttp.get(port.number(), "/x").status()).isEqualTo(200);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int readToEnd(Socket socket) {
    try {
      return socket.getInputStream().read();
    } catch (IOException e) {
      // A reset is an end as well.
      return -1;
    }
  }

  private static boolean isRefused(int port) {
    try (var _ = RawHttp.connect(port)) {
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
