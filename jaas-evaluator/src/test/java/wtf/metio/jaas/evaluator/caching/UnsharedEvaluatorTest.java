// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;

/** So does one whose results are not kept. */
class UnsharedEvaluatorTest implements EvaluatorContract {

  @Override
  public Evaluator evaluator(int maximum) {
    return CachingFixture.evaluator(CachingFixture.jsonnet(), maximum, 0);
  }
}
