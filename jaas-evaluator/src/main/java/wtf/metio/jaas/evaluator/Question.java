// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator;

import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;

/**
 * One question on its way through the gate.
 *
 * @param request what is asked
 * @param lane in which line it waits
 * @param deadline of the answer
 * @param stop requested when nobody wants the answer any more
 */
record Question(EvaluationRequest request, Lane lane, Deadline deadline, CancellationSwitch stop) {

  Caller caller() {
    return request.caller();
  }
}
