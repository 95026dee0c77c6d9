// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonPrimitive;
import java.util.List;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * A snippet as the cluster describes it.
 *
 * @param object as it was sent
 * @param snippet as far as it can be understood
 * @param violations everything that is wrong with it; as long as there is one it must not be
 *     published
 * @param status as it was written last
 * @param ledger what former passes left in the status
 */
public record SnippetResource(
    KubeObject object,
    Snippet snippet,
    List<Violation> violations,
    SnippetStatus status,
    Ledger ledger) {

  /** Keeps an object until what was published for it is withdrawn. */
  public static final String FINALIZER = "jaas.metio.wtf/finalizer";

  public SnippetResource {
    violations = List.copyOf(violations);
  }

  /** Whether we keep an object. */
  public static boolean isKept(KubeObject snippet) {
    return snippet.finalizers().contains(new JsonPrimitive(FINALIZER));
  }

  /** Who it is. */
  public ResourceName name() {
    return snippet.name();
  }
}
