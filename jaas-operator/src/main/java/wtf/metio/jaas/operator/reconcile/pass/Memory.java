// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.domain.publication.Deferral;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.SnippetResource;

/**
 * What passes remember of snippets: more than a status holds, and as long as one term.
 *
 * <p>Any number of threads may ask; for one snippet one at a time.
 */
public final class Memory {

  /**
   * What is remembered of one snippet.
   *
   * @param uid of the object that it was
   */
  record Known(String uid, Tenant tenant, Ledger ledger) {}

  private final Map<ResourceName, Known> known = new ConcurrentHashMap<>();
  private final Map<Tenant, Set<ResourceName>> tenants = new ConcurrentHashMap<>();
  private final Map<ResourceName, Deferral> deferred = new ConcurrentHashMap<>();
  private final Set<ResourceName> damaged = ConcurrentHashMap.newKeySet();
  private final Set<ResourceName> takenOver = ConcurrentHashMap.newKeySet();
  private final Set<ResourceName> lookedAfter = ConcurrentHashMap.newKeySet();

  /** What former passes left of a snippet. */
  public Ledger ledger(SnippetResource snippet) {
    return of(snippet.object()).map(Known::ledger).orElseGet(snippet::ledger);
  }

  /** Notes that a snippet is kept until we let it go. */
  void lookAfter(ResourceName snippet) {
    lookedAfter.add(snippet);
  }

  /** Notes that a snippet is let go; whether it was looked after until now. */
  boolean letGo(ResourceName snippet) {
    return lookedAfter.remove(snippet);
  }

  /** Makes the next pass over a snippet render it, whatever its inputs: its archive is damaged. */
  public void distrust(ResourceName snippet) {
    damaged.add(snippet);
  }

  boolean isDistrusted(ResourceName snippet) {
    return damaged.contains(snippet);
  }

  void trust(ResourceName snippet) {
    damaged.remove(snippet);
  }

  /** What is remembered of an object; nothing of another one of the same name. */
  Optional<Known> of(KubeObject snippet) {
    return of(snippet.name()).filter(it -> it.uid().equals(snippet.uid()));
  }

  Optional<Known> of(ResourceName snippet) {
    return Optional.ofNullable(known.get(snippet));
  }

  /**
   * Remembers how a pass ended.
   *
   * @return a tenant for whom nothing is published any more
   */
  Optional<Tenant> keep(KubeObject snippet, Tenant tenant, Ledger ledger) {
    var name = snippet.name();
    deferred.remove(name);
    var before = known.put(name, new Known(snippet.uid(), tenant, ledger));
    tenants.computeIfAbsent(tenant, _ -> ConcurrentHashMap.newKeySet()).add(name);
    return Optional.ofNullable(before)
        .map(Known::tenant)
        .filter(it -> !it.equals(tenant))
        .filter(it -> isLeft(it, name));
  }

  /**
   * Forgets a snippet.
   *
   * @return as in {@link #keep}
   */
  Optional<Tenant> forget(ResourceName snippet) {
    deferred.remove(snippet);
    damaged.remove(snippet);
    takenOver.remove(snippet);
    return Optional.ofNullable(known.remove(snippet))
        .map(Known::tenant)
        .filter(it -> isLeft(it, snippet));
  }

  private boolean isLeft(Tenant tenant, ResourceName snippet) {
    return tenants.computeIfPresent(
            tenant,
            (_, snippets) -> {
              snippets.remove(snippet);
              return snippets.isEmpty() ? null : snippets;
            })
        == null;
  }

  /** Notes that a pass was put off; whether the one before was not, or for another reason. */
  boolean isNewlyDeferred(ResourceName snippet, Deferral cause) {
    return deferred.put(snippet, cause) != cause;
  }

  /** Notes that a snippet was taken over as it was; how many were before, or none if it was. */
  Optional<Integer> takeOver(ResourceName snippet) {
    int before = takenOver.size();
    return takenOver.add(snippet) ? Optional.of(before) : Optional.empty();
  }
}
