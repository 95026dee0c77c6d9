// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.HashMap;
import java.util.Map;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Where spans go.
 *
 * @param endpoint host and port of an OTLP receiver; empty for none
 * @param insecure whether the receiver is reached without TLS
 * @param sampleRatio share of the traces begun here that are recorded, 0 to 1
 * @param variables those of the environment that begin with {@code OTEL_}; they may be secret and
 *     are never shown
 */
public record TracingSettings(
    String endpoint, boolean insecure, double sampleRatio, Map<String, String> variables) {

  private static final String VARIABLE_PREFIX = "OTEL_";

  static final Flag<String> ENDPOINT =
      Flag.text("tracing-endpoint", "", "Host and port of an OTLP gRPC receiver; empty for none.");
  static final Flag<Boolean> INSECURE =
      Flag.truth("tracing-insecure", false, "Whether the receiver is reached without TLS.");
  static final Flag<Double> SAMPLE_RATIO =
      Flag.decimal(
          "tracing-sample-ratio",
          "1.0",
          "Share of traces that are kept, 0 to 1. Requests that come with a trace follow their"
              + " caller.");

  static final FlagGroup FLAGS = FlagGroup.of("Tracing", ENDPOINT, INSECURE, SAMPLE_RATIO);

  public TracingSettings {
    variables = Map.copyOf(variables);
  }

  @Override
  public String toString() {
    return "TracingSettings[" + endpoint + ", " + variables.keySet() + "]";
  }

  static TracingSettings from(Values values, Map<String, String> environment) {
    var variables = new HashMap<>(environment);
    variables.keySet().removeIf(name -> !name.startsWith(VARIABLE_PREFIX));
    return new TracingSettings(
        values.get(ENDPOINT), values.get(INSECURE), values.get(SAMPLE_RATIO), variables);
  }
}
