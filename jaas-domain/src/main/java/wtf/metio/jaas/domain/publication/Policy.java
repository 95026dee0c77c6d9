// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.util.Map;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;

/**
 * What an installation sets for all its snippets.
 *
 * @param externalVariables that it gives to every program, as texts
 * @param crossNamespace whether a snippet may refer to other namespaces
 * @param grace how long a revision can be fetched after another one took its place
 * @param maxArtifactBytes size of the published files together; zero for no bound of its own
 * @param limits of one evaluation
 * @param engineVersion changes whenever the same inputs may give another output
 */
public record Policy(
    Map<String, String> externalVariables,
    boolean crossNamespace,
    Duration grace,
    long maxArtifactBytes,
    EvaluationLimits limits,
    String engineVersion) {

  public Policy {
    externalVariables = Map.copyOf(externalVariables);
  }
}
