// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.withdrawal;

import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.SnippetResource;

/**
 * A snippet that is to go.
 *
 * @param snippet that somebody deleted
 * @param tenant on whose behalf it was published; without an account if nobody knows
 * @param fence whether this process may still change anything
 */
public record Farewell(SnippetResource snippet, Tenant tenant, Fence fence) {

  ResourceName name() {
    return snippet.name();
  }

  KubeObject object() {
    return snippet.object();
  }
}
