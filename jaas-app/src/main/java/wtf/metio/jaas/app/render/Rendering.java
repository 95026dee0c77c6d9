// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import wtf.metio.jaas.domain.evaluation.Evaluation;

/**
 * A question to the evaluator and its answer.
 *
 * @param snippet the name asked for, which exists
 * @param asked the reading of {@link System#nanoTime} at the question
 * @param answered that at the answer
 */
public record Rendering(String snippet, long asked, long answered, Evaluation evaluation) {}
