// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * What was evaluated before, what is being evaluated, and what had better not be evaluated again.
 *
 * <p>{@link wtf.metio.jaas.evaluator.caching.CachingEvaluator} stands in front of the gate and
 * knows three memories: results, kept with everything they were made from; evaluations under way,
 * which those who ask for the same share; programs that ran into a limit. Nothing here trusts a
 * time to live: an answer is given again only if every file that was read for it is proven to be
 * unchanged after the question came in.
 */
@NullMarked
package wtf.metio.jaas.evaluator.caching;

import org.jspecify.annotations.NullMarked;
