// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.lifecycle.Service;
import wtf.metio.jaas.app.lifecycle.Signals;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.telemetry.Logging;

/**
 * Does once what the service does all day, and ends.
 *
 * <p>Run when the start-up cache is made, so that the cache holds what serving needs. It listens on
 * free ports of this machine only and leaves nothing behind.
 */
public final class TrainingMain {

  private static final String SNIPPET =
      """
      function(name='world', list=[]) {
        hello: std.asciiUpper(name),
        list: std.sort(std.map(function(x) '%s!' % x, list)),
        numbers: [x * 2 for x in std.range(1, 100) if x % 3 == 0],
        nested+: { text: std.manifestYamlDoc({ a: [1, 2.5, null, true] }) },
        assert std.length(name) > 0 : 'a name is needed',
      }
      """;

  private TrainingMain() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("jaas-training");
    var snippet = Files.writeString(folder.resolve("training.jsonnet"), SNIPPET);
    try {
      train(snippet);
    } finally {
      Files.delete(snippet);
      Files.delete(folder);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void train(Path snippet) throws IOException, InterruptedException {
    var settings =
        Settings.forFreePorts(
            List.of("--snippet", snippet.toString(), "--shutdown-delay", "0"), Map.of());
    Logging.configure(settings.logging(), new PrintStream(PrintStream.nullOutputStream()));
    StartLog.write(settings, BuildFacts.ofThisBuild());
    try (var context =
        JaasApplication.wire(settings, Signals.raisedByHand(() -> Runtime.getRuntime().halt(1)))) {
      var service = context.getBean(Service.class);
      service.start();
      var name = snippet.toString().replace("/", "%2F");
      get(service.portOf("jsonnet"), "/jsonnet/" + name + "?name=reader&list=b&list=a");
      get(service.portOf("jsonnet"), "/jsonnet/" + name + "?name=");
      get(service.portOf("jsonnet"), "/jsonnet/nothing");
      for (var path : List.of("/start", "/ready", "/live", "/version", "/actuator/health")) {
        get(service.portOf("management"), path);
      }
      get(service.portOf("metrics"), "/metrics");
      service.stop();
    }
  }

  private static void get(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }
}
