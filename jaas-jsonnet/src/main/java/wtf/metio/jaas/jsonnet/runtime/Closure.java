// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** A function of a program together with the variables around it. */
public final class Closure extends FunctionValue {

  /**
   * A function of a program, ready to run; shared by all closures made from it.
   *
   * @param parameters names; the argument of the n-th is in slot n
   * @param defaults what to compute for a parameter that was not given, in the frame of the call;
   *     null for a parameter that must be given
   * @param body the function's body
   * @param slots size of the frame of a call
   */
  public record Code(
      Parameters parameters, @Nullable Computation[] defaults, Computation body, int slots) {}

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

  private final Code code;
  private final Frame captured;

  public Closure(Code code, Frame captured) {
    this.code = code;
    this.captured = captured;
  }

  /** The code behind it. */
  public Code code() {
    return code;
  }

  @Override
  public Parameters parameters() {
    return code.parameters();
  }

  @Override
  public Value apply(Evaluation evaluation, @Nullable Value[] arguments) {
    return run(evaluation, bind(arguments));
  }

  @Override
  public Value call(Evaluation evaluation, Value argument) {
    if (code.defaults().length != 1) {
      return super.call(evaluation, argument);
    }
    var frame = frame();
    frame.slots[0] = argument;
    return run(evaluation, frame);
  }

  @Override
  public Value call(Evaluation evaluation, Value first, Value second) {
    if (code.defaults().length != 2) {
      return super.call(evaluation, first, second);
    }
    var frame = frame();
    frame.slots[0] = first;
    frame.slots[1] = second;
    return run(evaluation, frame);
  }

  /** The frame of a call whose arguments are in order. */
  public Frame bind(@Nullable Value[] arguments) {
    var frame = frame();
    System.arraycopy(arguments, 0, frame.slots, 0, arguments.length);
    bindDefaults(frame);
    return frame;
  }

  /** An empty frame; the arguments go to its first slots. */
  public Frame frame() {
    return new Frame(captured, new Value[code.slots()]);
  }

  /** Binds the parameters that were not given. */
  public void bindDefaults(Frame frame) {
    var defaults = code.defaults();
    for (int i = 0; i < defaults.length; i++) {
      var computation = defaults[i];
      if (computation != null && frame.slots[i] == null) {
        frame.slots[i] = new Thunk(computation, frame);
      }
    }
  }

  /** Runs the body in a frame made by {@link #bind}. */
  public Value run(Evaluation evaluation, Frame frame) {
    int height = code.body().height();
    evaluation.enter(height);
    Value result;
    try {
      result = code.body().run(evaluation, frame);
    } catch (JsonnetException failure) {
      throw failure.leaveFrame();
    }
    evaluation.leave(height);
    return result;
  }

  /**
   * Runs the body in a frame that a call in tail position may replace, again and again, on the same
   * piece of the native stack.
   */
  public Value runTrimmable(Evaluation evaluation, Frame first) {
    Closure closure = this;
    Frame frame = first;
    frame.trimmable = true;
    boolean mustBeBoolean = false;
    while (true) {
      Value result = closure.run(evaluation, frame);
      if (result != TailCall.MARKER) {
        return mustBeBoolean ? Expect.bool(result) : result;
      }
      var next = evaluation.takeTailCall();
      mustBeBoolean |= next.mustBeBoolean();
      frame = next.frame();
      closure = next.closure();
    }
  }
}
