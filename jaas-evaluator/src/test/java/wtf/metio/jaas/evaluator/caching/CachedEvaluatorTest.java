// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;

/** An evaluator with caches keeps every promise of one without. */
class CachedEvaluatorTest implements EvaluatorContract {

  @Override
  public Evaluator evaluator(int maximum) {
    return CachingFixture.evaluator(CachingFixture.jsonnet(), maximum, 16 << 20);
  }
}
