// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import java.time.Instant;
import wtf.metio.jaas.operator.kube.KubeApi;

/** What came of asking for a token. */
sealed interface Minting {

  /**
   * There is one. The token itself is known to {@code api} alone.
   *
   * @param api the API server, asked with this token
   * @param refreshAt from when another one is asked for
   * @param expiresAt from when it is worth nothing
   */
  record Minted(KubeApi api, Instant refreshAt, Instant expiresAt) implements Minting {}

  /** There is none. */
  record Failed(TenantAccess.Access.Denied denied) implements Minting {}
}
