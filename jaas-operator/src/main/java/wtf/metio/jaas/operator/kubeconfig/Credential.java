// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kubeconfig;

/** What is shown with each request. Any number of threads may ask. */
public interface Credential {

  /** For whoever is known by a certificate, or not at all. */
  Credential NONE = () -> "";

  /** The value of the header {@code Authorization}; empty for none. */
  String authorization();

  /**
   * Takes a new one if there is one; called after one was refused.
   *
   * @param refused what was shown
   * @return whether there is another one to show
   */
  default boolean renew(String refused) {
    return false;
  }
}
