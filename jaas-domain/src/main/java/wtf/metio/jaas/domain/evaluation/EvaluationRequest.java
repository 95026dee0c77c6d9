// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.util.Map;

/**
 * A program and everything its result depends on.
 *
 * @param program where it lies and what it may import
 * @param externalVariables what {@code std.extVar} finds
 * @param topLevelArguments arguments for a program whose value is a function; ignored otherwise
 * @param limits how much it may use
 * @param caller on whose behalf; changes no result
 */
public record EvaluationRequest(
    Program program,
    Map<String, Variable> externalVariables,
    Map<String, Variable> topLevelArguments,
    EvaluationLimits limits,
    Caller caller) {

  public EvaluationRequest {
    externalVariables = Map.copyOf(externalVariables);
    topLevelArguments = Map.copyOf(topLevelArguments);
  }
}
