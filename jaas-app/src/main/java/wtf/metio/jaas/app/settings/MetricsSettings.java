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
 */
public record MetricsSettings(boolean enabled, String host, int port) {

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
      return new MetricsSettings(false, "", 0);
    }
    var address = HostPort.parse(text).orElseThrow();
    var host = values.isGiven(BIND_ADDRESS) ? address.host() : "127.0.0.1";
    return new MetricsSettings(true, host, Integer.parseInt(address.port()));
  }
}
