// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import wtf.metio.jaas.app.http.PortUnavailableException;
import wtf.metio.jaas.app.lifecycle.Service;
import wtf.metio.jaas.app.lifecycle.Signals;
import wtf.metio.jaas.app.publishing.StatusCommand;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.settings.SettingsLoader;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;
import wtf.metio.jaas.app.telemetry.Logging;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.directory.status.StateTakenException;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.operator.kubeconfig.UnusableKubeconfigException;
import wtf.metio.jaas.source.cache.CacheUnavailableException;
import wtf.metio.jaas.storage.local.LocalArtifactStore;

/** The service as a process. */
public final class JaasApplication {

  private static final Logger LOG = LoggerFactory.getLogger(JaasApplication.class);
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final Map<String, Object> PROPERTIES =
      Map.of("management.endpoint.health.probes.enabled", "true");

  private final PrintStream out;
  private final PrintStream err;
  private final Signals signals;

  JaasApplication(PrintStream out, PrintStream err, Signals signals) {
    this.out = out;
    this.err = err;
    this.signals = signals;
  }

  /** Serves until a signal says otherwise; with {@code render} first, renders once instead. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length > 0 && arguments[0].equals("render")) {
      RenderMain.main(arguments);
      return;
    }
    if (arguments.length > 0 && arguments[0].equals("status")) {
      var rest = List.of(arguments).subList(1, arguments.length);
      System.exit(new StatusCommand(System.out, System.err).run(rest, System.getenv()));
    }
    var application = new JaasApplication(System.out, System.err, Signals.ofThisProcess());
    int code = application.run(List.of(arguments), System.getenv());
    System.out.flush();
    // Threads that do not end by themselves must not keep the process.
    Runtime.getRuntime().halt(code);
  }

  /** Does what the arguments ask for and returns the exit code. */
  int run(List<String> arguments, Map<String, String> environment) {
    return switch (SettingsLoader.load(arguments, environment)) {
      case Intent.ShowUsage usage -> {
        err.print(usage.text());
        yield 0;
      }
      case Intent.ShowVersion _ -> {
        out.print(BuildFacts.ofThisBuild().lines());
        yield 0;
      }
      case Intent.Refuse refusal -> {
        refusal.problems().forEach(problem -> err.println("jaas: " + problem));
        yield MISUSED;
      }
      case Intent.Serve serve -> serve(serve.settings());
    };
  }

  private int serve(Settings settings) {
    Logging.configure(settings.logging(), out);
    StartLog.write(settings, BuildFacts.ofThisBuild());
    try {
      int code = served(settings);
      LOG.info("JaaS service has shut down");
      return code;
    } catch (PortUnavailableException e) {
      err.println("jaas: " + e.getMessage());
      return FAILED;
    } catch (BeanCreationException e) {
      err.println("jaas: " + GoText.oneLine(impediment(e)));
      return FAILED;
    }
  }

  /** What lies with the machine and not with us, in the words of whoever met it. */
  private static String impediment(BeanCreationException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StateTakenException
          || cause instanceof StoreUnavailableException
          || cause instanceof CacheUnavailableException
          || cause instanceof UnusableKubeconfigException
          || cause instanceof UncheckedIOException) {
        return String.valueOf(cause.getMessage());
      }
    }
    throw e;
  }

  /** Stores are closed and the last spans are on their way when this returns. */
  private int served(Settings settings) {
    try (var context = wire(settings, signals)) {
      return context.getBean(Service.class).run();
    }
  }

  /**
   * Puts the service together.
   *
   * <p>Settings come from us alone: a plain context looks for no files and no variables of its own.
   */
  static ConfigurableApplicationContext wire(Settings settings, Signals signals) {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("service", PROPERTIES));
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(Signals.class, () -> signals);
    context.register(ServiceWiring.class);
    if (settings.s3().isWanted()) {
      takeInTheBucket(context);
    } else if (settings.publishes()) {
      var folder = Path.of(settings.storage().path());
      context.registerBean(
          ArtifactStore.class,
          () ->
              LocalArtifactStore.at(
                  folder, InstantSource.system(), settings.storage().installationId()));
    }
    context.refresh();
    AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
    return context;
  }

  private static void takeInTheBucket(AnnotationConfigApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("bucket", S3StoreWiring.PROPERTIES));
    context.register(S3StoreWiring.class);
  }
}
