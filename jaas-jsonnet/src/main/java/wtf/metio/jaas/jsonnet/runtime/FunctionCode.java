// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A function of a program, ready to run; shared by all closures made from it.
 *
 * @param parameters names; the argument of the n-th is in slot n
 * @param defaults what to compute for a parameter that was not given, in the frame of the call;
 *     null for a parameter that must be given
 * @param body the function's body
 * @param slots size of the frame of a call
 */
public record FunctionCode(
    Parameters parameters, @Nullable Computation[] defaults, Computation body, int slots) {}
