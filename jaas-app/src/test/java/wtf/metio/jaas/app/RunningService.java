// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import wtf.metio.jaas.app.lifecycle.Service;
import wtf.metio.jaas.app.lifecycle.Signals;
import wtf.metio.jaas.app.telemetry.Logging;

/** The service as it is, on free ports of this machine, inside the process of the test. */
public final class RunningService implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Service service;
  private final ByteArrayOutputStream log;

  private RunningService(
      ConfigurableApplicationContext context, Service service, ByteArrayOutputStream log) {
    this.context = context;
    this.service = service;
    this.log = log;
  }

  /** Starts a service with these flags and an environment. */
  public static RunningService start(Map<String, String> environment, List<String> flags) {
    var arguments = new ArrayList<>(List.of("--warm-up", "0", "--shutdown-delay", "0"));
    arguments.addAll(flags);
    var settings = FreePorts.settings(arguments, environment);
    var log = new ByteArrayOutputStream();
    Logging.configure(settings.logging(), log);
    StartLog.write(settings, BuildFacts.ofThisBuild());
    var context = JaasApplication.wire(settings, Signals.raisedByHand(() -> {}));
    var service = context.getBean(Service.class);
    try {
      service.start();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new RunningService(context, service, log);
  }

  /** Starts a service with these flags. */
  public static RunningService start(String... flags) {
    return start(Map.of(), List.of(flags));
  }

  /** Starts a service of the snippets in a folder. */
  public static RunningService ofSnippets(Path folder, String... flags) {
    var arguments = new ArrayList<>(List.of("--snippet-directory", folder.toString()));
    arguments.addAll(List.of(flags));
    return start(Map.of(), arguments);
  }

  public int port(String server) {
    return service.portOf(server);
  }

  /** A part of the service. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Asks the render server for a snippet, or a path and a query below its root. */
  public RawResponse snippet(String target) {
    return get("jsonnet", "/jsonnet/" + target);
  }

  public RawResponse get(String server, String target) {
    return RawHttp.get(port(server), target);
  }

  public RawResponse send(String server, String request) {
    return RawHttp.send(port(server), request);
  }

  /** What was logged so far. */
  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The value of a metric, which must be there. */
  public double metric(String nameAndLabels) {
    return get("metrics", "/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(nameAndLabels + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(nameAndLabels.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no metric " + nameAndLabels));
  }

  @Override
  public void close() {
    try (context;
        OutputStream _ = log) {
      service.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until something is true, for at most a minute: other builds may use the machine. */
  public static void await(BooleanSupplier condition) {
    await(60, condition);
  }

  /** Waits until something is true, for at most so many seconds. */
  public static void await(int seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not become true within " + seconds + " seconds");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
