// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows the addresses of names. Any number of threads may ask at once; a question may block. */
@FunctionalInterface
public interface Names {

  /** What this machine's resolver says. */
  Names SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * The addresses of a name, in the order in which they are to be tried.
   *
   * @param host a name, or an address as text, which stands for itself
   * @throws UnknownHostException if there are none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
