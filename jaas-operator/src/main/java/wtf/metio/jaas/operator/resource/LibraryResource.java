// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import java.util.List;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * A library as the cluster describes it.
 *
 * @param object as it was sent
 * @param origin of its files
 * @param violations as in {@link SnippetResource}
 */
public record LibraryResource(KubeObject object, Origin origin, List<Violation> violations) {

  public LibraryResource {
    violations = List.copyOf(violations);
  }

  /** Who it is. */
  public ResourceName name() {
    return object.name();
  }
}
