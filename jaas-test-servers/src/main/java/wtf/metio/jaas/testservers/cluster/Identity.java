// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

/**
 * Somebody who talks to the cluster.
 *
 * @param name by which access rules know them
 * @param token what they show
 */
public record Identity(String name, String token) {

  private static final String ACCOUNT = "system:serviceaccount:";

  static Identity ofServiceAccount(String namespace, String name, String token) {
    return new Identity(ACCOUNT + namespace + ":" + name, token);
  }
}
