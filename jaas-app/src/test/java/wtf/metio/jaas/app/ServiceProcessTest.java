// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: its exit code, its streams and its signals. */
class ServiceProcessTest {

  @TempDir Path folder;

  private final int render = ServiceProcess.freePort();
  private final int management = ServiceProcess.freePort();

  @BeforeEach
  void writeSnippets() throws IOException {
    snippet("hello", "{ hello: std.extVar('who') }");
    snippet("slow", "std.foldl(function(a, x) a + x, std.range(1, 30000000), 0)");
    snippet("endless", "local f(n) = f(n + 1) tailstrict; f(0)");
  }

  private void snippet(String name, String program) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("main.jsonnet"), program);
  }

  private ServiceProcess serve(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--port=" + render,
                "--management-port=" + management,
                "--metrics-bind-address=0",
                "--snippet-directory=" + folder));
    arguments.addAll(List.of(more));
    return ServiceProcess.start(Map.of("JAAS_EXT_VAR_who", "world"), arguments);
  }

  @Test
  void itStartsServesAndEndsInOrderOnASignal() throws Exception {
    try (var process = serve("--shutdown-delay=0", "--log-format=text")) {
      process.awaitLogged("server=jsonnet");
      RunningService.await(() -> RawHttp.get(management, "/ready").status() == 200);

      assertThat(RawHttp.get(render, "/jsonnet/hello").text())
          .isEqualTo("{\n   \"hello\": \"world\"\n}\n");

      process.signal("TERM");

      assertThat(process.exitCode()).isZero();
      assertThat(process.err()).isEmpty();
      assertThat(process.out().lines().map(line -> line.replaceFirst("time=\\S+ ", "")))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "level=INFO msg=\"Starting JaaS\" version=development commit=unknown"),
              line ->
                  assertThat(line)
                      .startsWith(
                          "level=INFO msg=\"CLI flags parsed\" listen-address=127.0.0.1 port="
                              + render)
                      .contains(" ext-var-count=1 ")
                      .doesNotContain("world"),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "level=INFO msg=Listening server=management addr=127.0.0.1:"
                              + management),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "level=INFO msg=Listening server=jsonnet addr=127.0.0.1:" + render),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "level=INFO msg=\"Received signal, shutting down\" signal=terminated"),
              line -> assertThat(line).isEqualTo("level=INFO msg=\"JaaS service has shut down\""));
    }
  }

  @Test
  void duringTheDrainItIsNotReadyButServesUntilASecondSignal() throws Exception {
    try (var process = serve("--shutdown-delay=10m")) {
      process.awaitLogged("\"server\":\"jsonnet\"");

      process.signal("INT");
      process.awaitLogged("Draining: waiting for readiness to propagate before shutdown");

      assertThat(process.out())
          .contains("\"msg\":\"Received signal, shutting down\",\"signal\":\"interrupt\"}")
          .contains("\"delay\":600000000000}");
      assertThat(RawHttp.get(management, "/ready").text()).isEqualTo("{\"status\":\"not_ready\"}");
      assertThat(RawHttp.get(management, "/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(RawHttp.get(management, "/live").status()).isEqualTo(200);
      assertThat(RawHttp.get(render, "/jsonnet/hello").status()).isEqualTo(200);

      process.signal("TERM");

      assertThat(process.exitCode()).isZero();
      assertThat(process.out())
          .contains("Second signal received; cutting drain short", "JaaS service has shut down");
    }
  }

  @Test
  void aRunningRequestEndsBeforeTheProcessDoes() throws Exception {
    try (var process = serve("--shutdown-delay=0", "--evaluation-timeout=60s");
        var socket = connected(process)) {
      socket
          .getOutputStream()
          .write(
              "GET /jsonnet/slow HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      RunningService.await(() -> inFlight() == 1 || !process.isAlive());

      process.signal("TERM");

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .contains("HTTP/1.1 200", "Connection: close", "450000015000000");
      assertThat(process.exitCode()).isZero();
    }
  }

  @Test
  void aThirdSignalEndsItAtOnce() throws Exception {
    try (var process = serve("--shutdown-delay=0", "--evaluation-timeout=10m");
        var socket = connected(process)) {
      socket
          .getOutputStream()
          .write(
              "GET /jsonnet/endless HTTP/1.1\r\nHost: x\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      RunningService.await(() -> inFlight() == 1);
      process.signal("TERM");
      process.awaitLogged("Received signal, shutting down");
      process.signal("INT");
      process.signal("TERM");

      assertThat(process.exitCode()).isEqualTo(1);
    }
  }

  private Socket connected(ServiceProcess process) throws IOException {
    process.awaitLogged("\"server\":\"jsonnet\"");
    return RawHttp.connect(render);
  }

  private double inFlight() {
    return RawHttp.get(management, "/actuator/prometheus")
        .text()
        .lines()
        .filter(line -> line.startsWith("jaas_eval_in_flight "))
        .mapToDouble(line -> Double.parseDouble(line.substring(20)))
        .sum();
  }

  @Test
  void aPortInUseEndsItWithOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var process =
            ServiceProcess.start(
                "--port=" + taken.getLocalPort(),
                "--management-port=" + management,
                "--metrics-bind-address=0")) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errLines())
          .containsExactly(
              "jaas: --port: cannot listen on 127.0.0.1:"
                  + taken.getLocalPort()
                  + " (jsonnet server): the port is in use by another process");
    }
  }

  @Test
  void aManagementPortInUseEndsItToo() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var process =
            ServiceProcess.start(
                "--port=" + render,
                "--management-port=" + taken.getLocalPort(),
                "--metrics-bind-address=127.0.0.1:" + ServiceProcess.freePort())) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errLines())
          .singleElement()
          .asString()
          .startsWith("jaas: --management-port: cannot listen on 127.0.0.1:");
    }
  }

  @Test
  void whatIsWrongWithItsSettingsIsAllToldAtOnce() throws Exception {
    try (var process =
        ServiceProcess.start(
            Map.of("JAAS_MAX_STEPS", "many", "JAAS_PORT", "tcp://10.0.0.7:8080"),
            List.of(
                "--prot=1",
                "--read-timeout=5",
                "serve",
                "--enable-webhook",
                "--mcp-allow-mutations",
                "--max-stack=-1",
                "--max-concurrent-evals=-1",
                "--rerender-burst=-1",
                "--max-artifact-bytes=-1",
                "--port=x",
                "--management-port=0",
                "--storage-port=65536",
                "--webhook-port=0",
                "--metrics-bind-address=8083",
                "--jsonnet-endpoint-path=a/b",
                "--write-timeout=-1s",
                "--management-write-timeout=-1s",
                "--management-read-timeout=-1s",
                "--evaluation-timeout=-1s",
                "--shutdown-delay=-1s",
                "--max-withdraw-wait=-1s",
                "--artifact-gc-grace=-1s",
                "--storage-read-timeout=-1s",
                "--storage-write-timeout=-1s",
                "--storage-sweep-interval=-1s",
                "--storage-sweep-max-tmp-age=-1s",
                "--webhook-cert-validity=-1s",
                "--tracing-sample-ratio=1.5",
                "--log-level=loud",
                "--log-format=xml",
                "--webhook-cert-mode=none",
                "--storage-backend=ftp",
                "--ext-var=novalue",
                "--ext-var==value"))) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.out()).isEmpty();
      assertThat(process.errLines())
          .containsExactly(
              "jaas: unknown flag --prot; did you mean --port?",
              "jaas: --read-timeout must be a duration such as 5s, 250ms or 1m30s, got \"5\"",
              "jaas: unexpected argument \"serve\"; there are flags only",
              "jaas: JAAS_MAX_STEPS must be an integer, got \"many\"",
              "jaas: --enable-webhook requires --enable-flux-integration",
              "jaas: --mcp-allow-mutations requires --enable-mcp",
              "jaas: --max-stack must be >= 0, got -1",
              "jaas: --max-concurrent-evals must be >= 0, got -1",
              "jaas: --rerender-burst must be >= 0, got -1",
              "jaas: --max-artifact-bytes must be >= 0, got -1",
              "jaas: --port must be an integer in 1..65535, got \"x\"",
              "jaas: --management-port must be an integer in 1..65535, got \"0\"",
              "jaas: --storage-port must be an integer in 1..65535, got \"65536\"",
              "jaas: --webhook-port must be in 1..65535, got 0",
              "jaas: --metrics-bind-address must be a host:port address (e.g. \":8083\"), got"
                  + " \"8083\"",
              "jaas: --jsonnet-endpoint-path must be a single non-empty path segment matching"
                  + " [A-Za-z0-9._-], got \"a/b\"",
              "jaas: --write-timeout must be >= 0, got -1s",
              "jaas: --management-write-timeout must be >= 0, got -1s",
              "jaas: --management-read-timeout must be >= 0, got -1s",
              "jaas: --evaluation-timeout must be >= 0, got -1s",
              "jaas: --shutdown-delay must be >= 0, got -1s",
              "jaas: --max-withdraw-wait must be >= 0, got -1s",
              "jaas: --artifact-gc-grace must be >= 0, got -1s",
              "jaas: --storage-read-timeout must be >= 0, got -1s",
              "jaas: --storage-write-timeout must be >= 0, got -1s",
              "jaas: --storage-sweep-interval must be >= 0, got -1s",
              "jaas: --storage-sweep-max-tmp-age must be >= 0, got -1s",
              "jaas: --webhook-cert-validity must be >= 0, got -1s",
              "jaas: --tracing-sample-ratio must be in 0.0..1.0, got 1.5",
              "jaas: --log-level must be one of [debug info warn error], got \"loud\"",
              "jaas: --log-format must be one of [json text], got \"xml\"",
              "jaas: --webhook-cert-mode must be one of [cert-manager self-signed], got \"none\"",
              "jaas: --storage-backend must be one of [local s3], got \"ftp\"",
              "jaas: Invalid --ext-var: ext-var \"novalue\": missing '='",
              "jaas: Invalid --ext-var: ext-var \"=value\": empty key",
              "jaas: --enable-webhook: the admission webhook is not there yet in this version");
    }
  }

  @Test
  void theOperatorIsCheckedWithItsParts() throws Exception {
    try (var process =
        ServiceProcess.start(
            "--enable-flux-integration",
            "--enable-webhook",
            "--webhook-cert-mode=self-signed",
            "--enable-mcp",
            "--mcp-bind-address=nonsense",
            "--rerender-rate=60",
            "--rerender-burst=0")) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.errLines())
          .containsExactly(
              "jaas: --mcp-bind-address must be a host:port address (e.g. \":8083\"), got"
                  + " \"nonsense\"",
              "jaas: Invalid --rerender-rate: must be NUMBER/PERIOD such as 60/min, got \"60\"",
              "jaas: Invalid --rerender-burst: must be >= 1, got 0",
              "jaas: Invalid --storage-base-url: required when --enable-flux-integration is set",
              "jaas: Invalid --storage-path: required when --storage-backend=local",
              "jaas: Invalid --webhook-validating-config-name: required when"
                  + " --webhook-cert-mode=self-signed",
              "jaas: --enable-webhook: the admission webhook is not there yet in this version",
              "jaas: --enable-mcp: the MCP server is not there yet in this version");
    }
  }

  @Test
  void aPathThatCannotBeOneEndsItWithItsSetting() throws Exception {
    var file = Files.writeString(folder.resolve("jaas.yaml"), "library-path: \"a\\0b\"\n");

    try (var service = ServiceProcess.start("--config=" + file)) {
      assertThat(service.exitCode()).isEqualTo(2);
      assertThat(service.out()).isEmpty();
      assertThat(service.errLines())
          .containsExactly(
              "jaas: library-path in "
                  + file
                  + " must be a path: without NUL, in the encoding of the locale, got \"a\\x00b\"");
    }
  }

  @Test
  void theVersionGoesToStandardOutput() throws Exception {
    try (var process = ServiceProcess.start("--port=0", "--version")) {
      assertThat(process.exitCode()).isZero();
      assertThat(process.out())
          .isEqualTo("version: development\ncommit: unknown\njsonnet: v0.22.0\n");
      assertThat(process.err()).isEmpty();
    }
  }

  @Test
  void helpGoesToStandardError() throws Exception {
    try (var process = ServiceProcess.start("--help")) {
      assertThat(process.exitCode()).isZero();
      assertThat(process.out()).isEmpty();
      assertThat(process.err()).startsWith("Usage: jaas [flags]\n").contains("--snippet-directory");
    }
  }
}
