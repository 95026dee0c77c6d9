// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * The server with metrics.
 *
 * @param enabled whether there is one
 * @param host a name or an address; empty for every address of the machine
 * @param port zero, which no flag can say, for any free one
 * @param essential whether somebody asked for this very address; the service also runs without the
 *     one that nobody asked for
 */
public record MetricsSettings(boolean enabled, String host, int port, boolean essential) {

  /** Turns metrics off. */
  static final String OFF = "0";

  static final Flag<String> BIND_ADDRESS =
      Flag.text(
          "metrics-bind-address",
          ":8083",
          "Address and port of /metrics; 0 turns it off. Without the operator, the default listens"
              + " on 127.0.0.1 only.");

  static final FlagGroup FLAGS = FlagGroup.of("Metrics", BIND_ADDRESS);

  static MetricsSettings from(Values values) {
    var text = values.get(BIND_ADDRESS);
    if (text.equals(OFF)) {
      return new MetricsSettings(false, "", 0, false);
    }
    var address = HostPort.parse(text).orElseThrow();
    boolean given = values.isGiven(BIND_ADDRESS);
    boolean operator = values.get(OperatorFlags.ENABLE);
    return new MetricsSettings(
        true,
        given || operator ? address.host() : "127.0.0.1",
        Integer.parseInt(address.port()),
        given || operator);
  }
}
