// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.examples;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.http.ListenAddress;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortLimits;
import wtf.metio.jaas.app.render.RenderHandler;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.settings.SettingsLoader;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.jsonnet.JsonnetEngine;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.jsonnet.Engine;

/** Serves the examples on a free port, with the flags that their page names. */
final class ExampleService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final Evaluator evaluator;
  private final Port port;

  ExampleService(List<String> flags) {
    evaluator =
        new GatedEvaluator(
            new JsonnetEngine(
                new Engine(TankaFunctions.all()),
                new HeapGuard(),
                new Turns(Runtime.getRuntime().availableProcessors())),
            Permits.turningAwayBeyond(2),
            new EvaluationThreads(PATIENCE),
            EvaluationListener.NONE);
    port =
        Port.ofManyThreads(
            new ListenAddress("jsonnet", "--port", "127.0.0.1", 0, true),
            new PortLimits(PATIENCE, PATIENCE),
            new RenderHandler(settings(flags), evaluator, request -> {}));
    port.start();
  }

  private static Settings settings(List<String> flags) {
    var arguments = new ArrayList<String>();
    arguments.add("--snippet-directory=" + ExampleRequest.EXAMPLES.resolve("snippets"));
    arguments.add("--library-path=" + ExampleRequest.EXAMPLES.resolve("libraries"));
    flags.forEach(flag -> arguments.add(flag.replace("=deploy/", "=../deploy/")));
    return switch (SettingsLoader.load(arguments, Map.of())) {
      case Intent.Serve serve -> serve.settings();
      case Intent other -> throw new IllegalStateException("Expected settings, not " + other);
    };
  }

  /** The body of a good answer. The request is sent as it stands, as {@code curl} sends it. */
  String get(String target) throws IOException {
    var answer =
        exchange("GET /jsonnet/" + target + " HTTP/1.1\r\nHost: it\r\nConnection: close\r\n\r\n");
    int body = answer.indexOf("\r\n\r\n") + 4;
    if (!answer.startsWith("HTTP/1.1 " + OK + " ")) {
      throw new IllegalStateException("Expected " + OK + " for " + target + ", got\n" + answer);
    }
    return answer.substring(body);
  }

  private String exchange(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port.number())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws InterruptedException {
    port.stop(PATIENCE);
    evaluator.close();
  }
}
