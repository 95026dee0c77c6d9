// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Remains;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.reconcile.observation.Observation;

/**
 * How a pass over a snippet came out.
 *
 * @param subject with the object as it is now
 * @param pass synced, suspended or failed
 * @param former what was known before the pass
 * @param remains of former publications
 * @param seen while it was made
 */
record Decision(Subject subject, Pass pass, Ledger former, Remains remains, Observation seen) {

  Decision written(KubeObject now) {
    return new Decision(subject.written(now), pass, former, remains, seen);
  }
}
