// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Program;

/**
 * Equal for requests that give the same as long as their files stay the same.
 *
 * <p>The engine is no part of it, since a cache stands in front of one engine and ends with the
 * process; nor is the caller, who changes no result.
 */
record ResultKey(Program program, EvaluationLimits limits, Fingerprint inputs) {

  static ResultKey of(EvaluationRequest request) {
    return new ResultKey(
        request.program(),
        request.limits(),
        Fingerprint.of(request.externalVariables(), request.topLevelArguments()));
  }
}
