// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.Map;
import wtf.metio.jaas.app.settings.source.Values;

/** Everything that can be set, checked. */
public record Settings(
    RenderSettings render,
    ManagementSettings management,
    SnippetSettings snippets,
    ExternalVariableSettings externalVariables,
    EvaluationSettings evaluation,
    CacheSettings caches,
    LifecycleSettings lifecycle,
    MetricsSettings metrics,
    TracingSettings tracing,
    LoggingSettings logging) {

  static Settings from(Values values, Map<String, String> environment) {
    return new Settings(
        RenderSettings.from(values),
        ManagementSettings.from(values),
        SnippetSettings.from(values),
        ExternalVariableSettings.from(values, environment),
        EvaluationSettings.from(values),
        CacheSettings.from(values),
        LifecycleSettings.from(values),
        MetricsSettings.from(values),
        TracingSettings.from(values),
        LoggingSettings.from(values));
  }
}
