// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.operator.flux.Withdrawal;
import wtf.metio.jaas.operator.resource.SnippetResource;

/** Where announcements are taken back. Any number of threads may call. */
@FunctionalInterface
public interface Announcements {

  /** Deletes what was announced for a snippet, as its tenant. */
  Withdrawal withdraw(SnippetResource snippet, Tenant tenant, Fence fence);
}
