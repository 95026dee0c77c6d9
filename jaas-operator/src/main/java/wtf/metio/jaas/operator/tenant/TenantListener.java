// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import wtf.metio.jaas.domain.publication.Tenant;

/** Hears of tokens. Called on any thread; must not block. */
public interface TenantListener {

  /** A token was made. */
  void minted(Tenant tenant);

  /**
   * None could be made.
   *
   * @param message why
   */
  void mintFailed(Tenant tenant, String message);
}
