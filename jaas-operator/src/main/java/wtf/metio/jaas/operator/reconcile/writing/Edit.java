// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import java.util.Optional;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.Patch;

/** A change that somebody wants to make to an object. */
interface Edit {

  /** The change to the object as it is; empty if it is as wanted. */
  Optional<Patch> of(KubeObject object);

  /** Whether the change may be made to an object that was changed by somebody else. */
  boolean stillFits(KubeObject judged, KubeObject now);
}
