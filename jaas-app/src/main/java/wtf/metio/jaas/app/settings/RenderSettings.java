// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * The server that renders.
 *
 * @param listenAddress a name or an address; empty for every address of the machine
 * @param port zero, which no flag can say, for any free one
 * @param endpointPath the first segment of every path
 * @param readTimeout for a whole header; zero means unlimited
 * @param writeTimeout for taking an answer; zero means unlimited
 */
public record RenderSettings(
    String listenAddress,
    int port,
    String endpointPath,
    Duration readTimeout,
    Duration writeTimeout) {

  static final Flag<String> LISTEN_ADDRESS =
      Flag.text("listen-address", "127.0.0.1", "Address that the render server listens on.");
  static final Flag<String> PORT =
      Flag.text("port", "8080", "Port of the render server, 1 to 65535.");
  static final Flag<String> ENDPOINT_PATH =
      Flag.text(
          "jsonnet-endpoint-path",
          "jsonnet",
          "Path segment below which snippets are served: letters, digits, dots, underscores and"
              + " dashes.");
  static final Flag<Duration> READ_TIMEOUT =
      Flag.duration(
          "read-timeout",
          "10s",
          "Time for a whole request header, and how long an idle connection is kept; 0 means"
              + " unlimited.");
  static final Flag<Duration> WRITE_TIMEOUT =
      Flag.duration(
          "write-timeout",
          "10s",
          "Time for a client to take its answer, counted from its first byte and not from the"
              + " request; 0 means unlimited.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Jsonnet server", LISTEN_ADDRESS, PORT, ENDPOINT_PATH, READ_TIMEOUT, WRITE_TIMEOUT);

  static RenderSettings from(Values values) {
    return new RenderSettings(
        values.get(LISTEN_ADDRESS),
        Integer.parseInt(values.get(PORT)),
        values.get(ENDPOINT_PATH),
        values.get(READ_TIMEOUT),
        values.get(WRITE_TIMEOUT));
  }
}
