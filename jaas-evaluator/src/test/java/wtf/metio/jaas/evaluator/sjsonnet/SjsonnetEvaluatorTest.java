// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.ENDS_AT_ITS_DEADLINE;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.ENDS_WHEN_CANCELLED;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.IMPORTS_BYTES;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.KEEPS_THE_STACK_LIMIT;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.KEEPS_THE_STEP_LIMIT;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.KNOWS_THE_WHOLE_LIBRARY;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.REPORTS_TRACES;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.SPEAKS_LIKE_THE_REFERENCE;
import static wtf.metio.jaas.domain.evaluation.EvaluatorPromise.TELLS_ARGUMENTS_APART;

import java.time.Duration;
import java.util.Map;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.EvaluatorContract;
import wtf.metio.jaas.domain.evaluation.EvaluatorPromise;
import wtf.metio.jaas.evaluator.EvaluationListener;
import wtf.metio.jaas.evaluator.EvaluationThreads;
import wtf.metio.jaas.evaluator.GatedEvaluator;
import wtf.metio.jaas.evaluator.Permits;

class SjsonnetEvaluatorTest implements EvaluatorContract {

  @Override
  public Evaluator evaluator(int maximum) {
    return new GatedEvaluator(
        new SjsonnetEngine(),
        Permits.turningAwayBeyond(maximum),
        new EvaluationThreads(Duration.ofSeconds(1)),
        EvaluationListener.NONE);
  }

  @Override
  public Map<EvaluatorPromise, String> broken() {
    return Map.of(
        ENDS_WHEN_CANCELLED, "its evaluation has no point at which it looks up",
        ENDS_AT_ITS_DEADLINE, "its evaluation has no point at which it looks up",
        KEEPS_THE_STACK_LIMIT, "it recurses until the thread's stack is full",
        KEEPS_THE_STEP_LIMIT, "it does not count",
        SPEAKS_LIKE_THE_REFERENCE, "its messages are its own",
        TELLS_ARGUMENTS_APART, "an unknown argument and a wrong call are the same error to it",
        IMPORTS_BYTES, "the keyword is younger than its language",
        REPORTS_TRACES, "it writes them to the standard error of the process",
        KNOWS_THE_WHOLE_LIBRARY, "about 35 functions are younger than its library");
  }
}
