// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.probes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.ServiceProcess;

/** A service that many clients are connected to which send or read hardly anything. */
class SlowClientsTest {

  private static final String HALF = "GET /live HTTP/1.1\r\nHost: x\r\nX: ";
  private static final String NEVER_READ =
      "GET /actuator/prometheus HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20);
  private static final String NEVER_READ_RENDERED =
      "GET /jsonnet/large HTTP/1.1\r\nHost: x\r\n\r\n";

  @TempDir Path folder;

  private final List<Integer> ports = ServiceProcess.freePorts(2);
  private final int render = ports.getFirst();
  private final int management = ports.getLast();
  private final List<Socket> clients = new ArrayList<>();
  private ServiceProcess service;

  @BeforeEach
  void start() throws IOException {
    write("hello", "'world'");
    write("large", "std.repeat('x', 8000000)");
    service =
        ServiceProcess.start(
            List.of("-Xmx512m"),
            Map.of(),
            List.of(
                "--port=" + render,
                "--management-port=" + management,
                "--metrics-bind-address=0",
                "--shutdown-delay=0",
                "--read-timeout=60s",
                "--write-timeout=60s",
                "--management-read-timeout=60s",
                "--management-write-timeout=60s",
                "--snippet-directory=" + folder));
    RunningService.await(this::isReady);
  }

  @AfterEach
  void stop() throws Exception {
    for (var client : clients) {
      client.close();
    }
    service.close();
  }

  private void write(String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  private boolean isReady() {
    try (var _ = RawHttp.connect(management)) {
      return RawHttp.get(management, "/ready").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void connect(int count, int port, String sends) throws IOException {
    for (int i = 0; i < count; i++) {
      var socket = RawHttp.connect(port);
      clients.add(socket);
      socket.getOutputStream().write(sends.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The longest that an answer took. */
  private static Duration slowest(int count, int port, String target) {
    var slowest = Duration.ZERO;
    for (int i = 0; i < count; i++) {
      long begin = System.nanoTime();
      assertThat(RawHttp.get(port, target).status()).isEqualTo(200);
      var took = Duration.ofNanos(System.nanoTime() - begin);
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }
    return slowest;
  }

  @Test
  void probesAndSnippetsAreAnsweredAllTheSame() throws IOException {
    connect(100, management, HALF);
    connect(100, management, NEVER_READ);
    connect(300, render, HALF);

    assertThat(slowest(20, management, "/live")).isLessThan(Duration.ofSeconds(15));
    assertThat(slowest(20, render, "/jsonnet/hello")).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  @Tag("long")
  void probesAreAnsweredWithinASecondWhateverTenThousandDo() throws IOException {
    connect(6000, render, HALF);
    connect(50, render, NEVER_READ_RENDERED);
    connect(3950, render, "");
    var besideTenThousand = slowest(50, management, "/live");
    connect(200, management, NEVER_READ);
    var besideTwoHundred = slowest(50, management, "/live");
    connect(200, management, HALF);
    var besideFourHundred = slowest(50, management, "/live");
    var snippets = slowest(50, render, "/jsonnet/hello");

    System.out.printf(
        "slowest of 50: /live %s beside 10,000 on the other port, %s beside 200 that never read,"
            + " %s beside 200 more; a snippet %s%n",
        besideTenThousand, besideTwoHundred, besideFourHundred, snippets);
    assertThat(List.of(besideTenThousand, besideTwoHundred, besideFourHundred, snippets))
        .allMatch(time -> time.compareTo(Duration.ofSeconds(1)) < 0);
  }
}
