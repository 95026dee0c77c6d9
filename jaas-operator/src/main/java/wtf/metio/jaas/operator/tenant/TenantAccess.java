// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.operator.kube.KubeApi;

/** Lets something be done as a tenant. Any number of threads may call at once. */
public interface TenantAccess {

  /** What came of asking for an identity. */
  sealed interface Access {

    /** The API server, asked by the tenant. A token that is refused is minted anew once. */
    record Granted(KubeApi api) implements Access {}

    /** There is no such identity, or it cannot be had now. */
    record Denied(Reason reason, String message, Retry retry) implements Access {}
  }

  /** The API server as a tenant sees it. */
  Access as(Tenant tenant);

  /** Forgets the token of a tenant: nobody acts on its behalf any more. */
  void forget(Tenant tenant);
}
