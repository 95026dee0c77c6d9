// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.settings.Settings;

/**
 * The first lines of the log: what starts, how it is set up, and what somebody may have overlooked.
 */
final class StartLog {

  private static final Logger LOG = LoggerFactory.getLogger(StartLog.class);

  private StartLog() {}

  static void write(Settings settings, BuildFacts build) {
    LOG.atInfo()
        .addKeyValue("version", build.version())
        .addKeyValue("commit", build.commit())
        .log("Starting JaaS");
    parsed(settings);
    FirstLook.warnings(settings.snippets())
        .forEach(
            warning ->
                LOG.atWarn()
                    .addKeyValue("flag", warning.flag())
                    .addKeyValue("path", warning.path())
                    .addKeyValue("reason", warning.reason())
                    .log("Nothing can be read there now"));
    if (settings.snippets().snippets().isEmpty()
        && settings.snippets().directories().isEmpty()
        && !settings.publishes()) {
      LOG.warn("There is nothing to serve: neither --snippet nor --snippet-directory is given");
    }
    if (!settings.tracing().endpoint().isEmpty()) {
      LOG.atInfo()
          .addKeyValue("tracing-endpoint", settings.tracing().endpoint())
          .addKeyValue("tracing-insecure", settings.tracing().insecure())
          .addKeyValue("tracing-sample-ratio", settings.tracing().sampleRatio())
          .log("Spans are exported");
    }
  }

  /** Values of external variables may be secret: their number has to do. */
  private static void parsed(Settings settings) {
    var evaluation = settings.evaluation();
    LOG.atInfo()
        .addKeyValue("listen-address", settings.render().listenAddress())
        .addKeyValue("port", settings.render().port())
        .addKeyValue("jsonnet-endpoint-path", settings.render().endpointPath())
        .addKeyValue("read-timeout", settings.render().readTimeout())
        .addKeyValue("write-timeout", settings.render().writeTimeout())
        .addKeyValue("management-listen-address", settings.management().listenAddress())
        .addKeyValue("management-port", settings.management().port())
        .addKeyValue("management-read-timeout", settings.management().readTimeout())
        .addKeyValue("management-write-timeout", settings.management().writeTimeout())
        .addKeyValue("snippet", settings.snippets().snippets())
        .addKeyValue("snippet-directory", settings.snippets().directories())
        .addKeyValue("library-path", settings.snippets().libraryPaths())
        .addKeyValue("ext-var-count", settings.externalVariables().byName().size())
        .addKeyValue("evaluation-timeout", evaluation.limits().timeout())
        .addKeyValue("max-stack", evaluation.limits().maxStack())
        .addKeyValue("max-concurrent-evals", evaluation.maxConcurrent())
        .addKeyValue("max-queued-evals", settings.queue().maximum())
        .addKeyValue("queue-timeout", settings.queue().timeout())
        .addKeyValue("max-steps", evaluation.limits().maxSteps())
        .addKeyValue("max-source-bytes", evaluation.limits().maxSourceBytes())
        .addKeyValue("max-output-bytes", evaluation.limits().maxOutputBytes())
        .addKeyValue("jsonnet-engine", evaluation.engine())
        .addKeyValue("expose-diagnostics", evaluation.exposeDiagnostics())
        .addKeyValue("manifest-directory", settings.directory().folder())
        .addKeyValue("manifest-removal-grace", settings.directory().removalGrace())
        .addKeyValue("enable-flux-integration", settings.operator().enabled())
        .addKeyValue("default-service-account", settings.operator().defaultServiceAccount())
        .addKeyValue("label-selector", settings.operator().labelSelector())
        .addKeyValue("watch-namespaces", settings.operator().namespaces())
        .addKeyValue("leader-election", settings.operator().election().isWanted())
        .addKeyValue("storage-backend", settings.storage().backend())
        .addKeyValue("storage-path", settings.storage().path())
        .addKeyValue("storage-base-url", settings.storage().baseUrl())
        .addKeyValue("warm-up", settings.lifecycle().warmUp())
        .addKeyValue("shutdown-delay", settings.lifecycle().shutdownDelay())
        .addKeyValue("log-level", settings.logging().level())
        .addKeyValue("log-format", settings.logging().format())
        .log("CLI flags parsed");
  }
}
