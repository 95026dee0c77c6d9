// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import io.kubernetes.client.extended.controller.reconciler.Reconciler;
import io.kubernetes.client.extended.controller.reconciler.Request;
import io.kubernetes.client.extended.controller.reconciler.Result;
import java.time.InstantSource;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.reconcile.library.LibraryPasses;

/** Answers the requests of a controller with passes over libraries. */
record LibraryReconciler(LibraryPasses passes, Fence fence, InstantSource clock)
    implements Reconciler {

  @Override
  public Result reconcile(Request request) {
    var name = new ResourceName(request.getNamespace(), request.getName());
    return TurnResult.of(passes.run(name, fence), clock.instant());
  }
}
