// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where a port listens, and which settings say so.
 *
 * @param server what listens there, for messages
 * @param setting the flag that names the port, for messages
 * @param hostSetting the flag that names the host
 * @param host a name or an address; empty for every address of the machine
 * @param port zero for any free one
 * @param essential whether the process makes no sense without it
 */
public record ListenAddress(
    String server, String setting, String hostSetting, String host, int port, boolean essential) {

  /** An address whose host and port are named by one flag. */
  public ListenAddress(String server, String setting, String host, int port, boolean essential) {
    this(server, setting, setting, host, port, essential);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return at(port);
  }

  /** The same with the port that was free. */
  public String at(int number) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + number;
  }

  @Nullable InetAddress resolved() throws UnknownHostException {
    return host.isEmpty() ? null : InetAddress.getByName(host);
  }
}
