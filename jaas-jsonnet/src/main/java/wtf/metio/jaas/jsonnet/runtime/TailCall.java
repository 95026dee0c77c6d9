// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/**
 * A call that takes the place of the one that is running.
 *
 * @param closure what is called
 * @param frame its frame, arguments bound
 * @param mustBeBoolean whether an operand of {@code &&} or {@code ||} is waiting for the result
 */
public record TailCall(Closure closure, Frame frame, boolean mustBeBoolean) {

  /** Returned in place of a value by a body that left a tail call with its evaluation. */
  public static final Value MARKER =
      new Thunk(
          new Computation() {
            @Override
            public Value run(Evaluation evaluation, Frame frame) {
              throw new IllegalStateException("A tail call was taken for a value.");
            }
          },
          Frame.NONE);
}
