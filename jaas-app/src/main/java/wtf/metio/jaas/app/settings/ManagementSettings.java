// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * The server with probes and health.
 *
 * @param listenAddress a name or an address; empty for every address of the machine
 * @param port zero, which no flag can say, for any free one
 * @param readTimeout for a whole header; zero means unlimited
 * @param writeTimeout for taking an answer; zero means unlimited
 */
public record ManagementSettings(
    String listenAddress, int port, Duration readTimeout, Duration writeTimeout) {

  static final Flag<String> LISTEN_ADDRESS =
      Flag.text(
          "management-listen-address",
          "127.0.0.1",
          "Address that the management server listens on.");
  static final Flag<String> PORT =
      Flag.text("management-port", "8081", "Port of the management server, 1 to 65535.");
  static final Flag<Duration> READ_TIMEOUT =
      Flag.duration(
          "management-read-timeout",
          "10s",
          "As --read-timeout, for the management and the metrics server.");
  static final Flag<Duration> WRITE_TIMEOUT =
      Flag.duration(
          "management-write-timeout",
          "10s",
          "As --write-timeout, for the management and the metrics server.");

  static final FlagGroup FLAGS =
      FlagGroup.of("Management server", LISTEN_ADDRESS, PORT, READ_TIMEOUT, WRITE_TIMEOUT);

  static ManagementSettings from(Values values) {
    return new ManagementSettings(
        values.get(LISTEN_ADDRESS),
        Integer.parseInt(values.get(PORT)),
        values.get(READ_TIMEOUT),
        values.get(WRITE_TIMEOUT));
  }
}
