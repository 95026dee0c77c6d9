// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Runs evaluations: who is let in, on which thread, when it may compute, until when.
 *
 * <p>{@link wtf.metio.jaas.evaluator.GatedEvaluator} is the port's implementation for every engine;
 * what an engine can do is behind {@link wtf.metio.jaas.evaluator.EvaluationEngine}. An engine that
 * can be paused takes {@link wtf.metio.jaas.evaluator.Turns}.
 */
@NullMarked
package wtf.metio.jaas.evaluator;

import org.jspecify.annotations.NullMarked;
