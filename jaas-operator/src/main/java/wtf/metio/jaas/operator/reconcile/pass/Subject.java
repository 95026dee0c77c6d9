// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.work.Turn;

/**
 * What a pass is about.
 *
 * @param resource as it was when the pass began, with what the pass itself wrote
 * @param tenant without an account if nobody names one
 */
record Subject(Turn<ResourceName> turn, Term term, SnippetResource resource, Tenant tenant) {

  private static final int MOST_LISTED = 50;

  ResourceName name() {
    return turn.key();
  }

  KubeObject object() {
    return resource.object();
  }

  Ledger ledger() {
    return term.memory().ledger(resource);
  }

  /** How many revisions the status lists, even if the description asks for the impossible. */
  int listed() {
    return Math.clamp(resource.snippet().spec().history(), 1, MOST_LISTED);
  }

  boolean isSuspended() {
    return resource.snippet().spec().suspend();
  }

  /** The same, after it was written. */
  Subject written(KubeObject now) {
    return new Subject(
        turn,
        term,
        new SnippetResource(
            now, resource.snippet(), resource.violations(), resource.status(), resource.ledger()),
        tenant);
  }
}
