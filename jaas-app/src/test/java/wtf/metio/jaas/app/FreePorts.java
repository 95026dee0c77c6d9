// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.ManagementSettings;
import wtf.metio.jaas.app.settings.MetricsSettings;
import wtf.metio.jaas.app.settings.RenderSettings;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.settings.SettingsLoader;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;
import wtf.metio.jaas.app.settings.StorageSettings;

/** Settings whose ports are any free ones, which no flag can say. */
final class FreePorts {

  private FreePorts() {}

  static Settings settings(List<String> arguments, Map<String, String> environment) {
    return switch (SettingsLoader.load(arguments, environment)) {
      case Intent.Serve(var settings) -> withFreePorts(settings);
      case Intent other -> throw new AssertionError(other);
    };
  }

  private static Settings withFreePorts(Settings settings) {
    return new Settings(
        render(settings.render()),
        management(settings.management()),
        settings.snippets(),
        settings.externalVariables(),
        settings.evaluation(),
        settings.queue(),
        settings.caches(),
        storage(settings.storage()),
        settings.publishing(),
        settings.directory(),
        settings.operator(),
        settings.s3(),
        settings.lifecycle(),
        metrics(settings.metrics()),
        settings.tracing(),
        settings.logging());
  }

  private static RenderSettings render(RenderSettings render) {
    return new RenderSettings(
        render.listenAddress(),
        0,
        render.endpointPath(),
        render.readTimeout(),
        render.writeTimeout());
  }

  private static ManagementSettings management(ManagementSettings management) {
    return new ManagementSettings(
        management.listenAddress(), 0, management.readTimeout(), management.writeTimeout());
  }

  private static StorageSettings storage(StorageSettings storage) {
    return new StorageSettings(
        storage.backend(),
        storage.path(),
        storage.baseUrl(),
        storage.listenAddress(),
        0,
        storage.readTimeout(),
        storage.writeTimeout(),
        storage.sweepInterval(),
        storage.sweepMaxTmpAge(),
        storage.installationId());
  }

  private static MetricsSettings metrics(MetricsSettings metrics) {
    return new MetricsSettings(metrics.enabled(), metrics.host(), 0, metrics.essential());
  }
}
