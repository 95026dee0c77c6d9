// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * What a pass did, and when.
 *
 * @param begun the reading of {@link System#nanoTime}
 * @param snippet the object that was judged
 * @param inline whether the files stand in the description
 * @param files of its own; -1 if they were not needed
 * @param libraries that the description names
 * @param renderedBytes -1 if nothing was rendered
 * @param usage of the evaluation; null if there was none
 * @param pass how it ended
 * @param phases in no order
 */
public record PassTrace(
    ResourceName name,
    long begun,
    KubeObject snippet,
    boolean inline,
    int files,
    int libraries,
    long renderedBytes,
    @Nullable EvaluationUsage usage,
    Pass pass,
    List<PassPhase> phases) {

  public PassTrace {
    phases = List.copyOf(phases);
  }
}
