// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The adapter on sjsonnet, a second engine for comparison and as a way out.
 *
 * <p>It knows an older language: about 35 functions of the standard library are missing. It cannot
 * be stopped and keeps neither stack nor memory limits; {@code SjsonnetEvaluatorTest} names every
 * promise of the port that it breaks, with the reason.
 */
@NullMarked
package wtf.metio.jaas.evaluator.sjsonnet;

import org.jspecify.annotations.NullMarked;
