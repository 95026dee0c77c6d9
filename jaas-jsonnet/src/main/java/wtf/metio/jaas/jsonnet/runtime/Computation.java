// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** Something that yields a value when it is run. */
public abstract class Computation {

  /**
   * Runs it.
   *
   * @param frame the variables that it sees
   * @return the value, never a thunk
   */
  public abstract Value run(Evaluation evaluation, Frame frame);

  /**
   * How deep calls to {@link #run} nest inside, not counting what enters a frame of its own: by
   * this the native stack is measured.
   */
  public int height() {
    return 1;
  }

  /** The same as a frame of the language. */
  final Value runInFrame(Evaluation evaluation, Frame frame) {
    int height = height();
    evaluation.enter(height);
    Value result;
    try {
      result = run(evaluation, frame);
    } catch (JsonnetException failure) {
      throw failure.leaveFrame();
    }
    evaluation.leave(height);
    return result;
  }
}
