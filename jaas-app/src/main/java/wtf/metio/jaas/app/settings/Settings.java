// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.SettingsLoader.Intent;
import wtf.metio.jaas.app.settings.source.Values;

/** Everything that can be set, checked. */
public record Settings(
    RenderSettings render,
    ManagementSettings management,
    SnippetSettings snippets,
    ExternalVariableSettings externalVariables,
    EvaluationSettings evaluation,
    LifecycleSettings lifecycle,
    MetricsSettings metrics,
    TracingSettings tracing,
    LoggingSettings logging) {

  /**
   * The settings of a command line, but with every port a free one of this machine.
   *
   * @throws IllegalArgumentException if there is something wrong with them
   */
  public static Settings forFreePorts(List<String> arguments, Map<String, String> environment) {
    return switch (SettingsLoader.load(arguments, environment)) {
      case Intent.Serve(var settings) -> settings.withFreePorts();
      case Intent other -> throw new IllegalArgumentException(other.toString());
    };
  }

  private Settings withFreePorts() {
    return new Settings(
        render.withPort(0),
        management.withPort(0),
        snippets,
        externalVariables,
        evaluation,
        lifecycle,
        metrics.withPort(0),
        tracing,
        logging);
  }

  static Settings from(Values values, Map<String, String> environment) {
    return new Settings(
        RenderSettings.from(values),
        ManagementSettings.from(values),
        SnippetSettings.from(values),
        ExternalVariableSettings.from(values, environment),
        EvaluationSettings.from(values),
        LifecycleSettings.from(values),
        MetricsSettings.from(values),
        TracingSettings.from(values),
        LoggingSettings.from(values));
  }
}
