// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Where spans go. Rendering over HTTP makes none so far.
 *
 * @param endpoint host and port of an OTLP receiver; empty for none
 */
public record TracingSettings(String endpoint) {

  static final Flag<String> ENDPOINT =
      Flag.text("tracing-endpoint", "", "Host and port of an OTLP gRPC receiver; empty for none.");
  static final Flag<Boolean> INSECURE =
      Flag.truth("tracing-insecure", false, "Whether the receiver is reached without TLS.");
  static final Flag<Double> SAMPLE_RATIO =
      Flag.decimal("tracing-sample-ratio", "1.0", "Share of traces that are kept, 0 to 1.");

  static final FlagGroup FLAGS = FlagGroup.of("Tracing", ENDPOINT, INSECURE, SAMPLE_RATIO);

  static TracingSettings from(Values values) {
    return new TracingSettings(values.get(ENDPOINT));
  }
}
