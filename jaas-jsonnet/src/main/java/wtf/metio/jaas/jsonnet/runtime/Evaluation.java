// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Closure.TailCall;

/**
 * One run of a program: its counters and its way to the world outside. Confined to one thread.
 *
 * <p>Counters are not put back when an exception passes, since it ends the evaluation.
 */
public final class Evaluation implements Checkpoint {

  /** Steps between two looks at the clock; at a few nanoseconds a step, some ten microseconds. */
  private static final int SLICE = 2048;

  /** Smaller pieces of memory are counted by the JVM and need not be asked for. */
  private static final long LARGE = 64L << 10;

  private final World world;
  private final Budget budget;
  private final int maxStack;
  private final int maxHeight;
  private int depth;
  private int height;
  private int fuel = SLICE;

  // Where the call stands that runs now; only std.trace asks.
  private @Nullable Context caller;
  private int callerBegin;

  // A call in tail position leaves its target here and returns a marker to the loop that runs it.
  private @Nullable TailCall tail;

  /**
   * A new evaluation.
   *
   * @param maxStack frames of the language
   * @param maxHeight nested runs of nodes, by which the native stack is kept in bounds
   */
  public Evaluation(World world, Budget budget, int maxStack, int maxHeight) {
    this.world = world;
    this.budget = budget;
    this.maxStack = maxStack;
    this.maxHeight = maxHeight;
  }

  /** Files, variables and functions of the host. */
  public World world() {
    return world;
  }

  /**
   * Enters a frame of the language. {@link #leave} follows unless an exception passes.
   *
   * @param bodyHeight the {@link Computation#height} of what runs in it
   */
  public void enter(int bodyHeight) {
    height += bodyHeight;
    if (++depth > maxStack || height > maxHeight) {
      throw overflow();
    }
    if (--fuel < 0) {
      refill();
    }
  }

  /** Leaves a frame. */
  public void leave(int bodyHeight) {
    depth--;
    height -= bodyHeight;
  }

  /** Leaves a frame of the language whose native stack stays in use. */
  public void trim() {
    depth--;
  }

  /** Takes back a {@link #trim}. */
  public void untrim() {
    depth++;
  }

  /** Goes down one native level that is no frame of the language. */
  public void descend() {
    if (++height > maxHeight) {
      throw overflow();
    }
    if (--fuel < 0) {
      refill();
    }
  }

  /** Comes up one native level. */
  public void ascend() {
    height--;
  }

  /**
   * Leaves a call to the loop that runs the current one; {@link TailCall#MARKER} is returned next.
   */
  public void leaveTailCall(TailCall call) {
    tail = call;
  }

  /** Notes that the result of the tail call just left must be a boolean. */
  public void tailCallMustBeBoolean() {
    var call = takeTailCall();
    tail = new TailCall(call.closure(), call.frame(), true);
  }

  TailCall takeTailCall() {
    var call = tail;
    if (call == null) {
      throw new IllegalStateException("There is no tail call to take.");
    }
    tail = null;
    return call;
  }

  private static JsonnetException overflow() {
    return JsonnetException.runtime(FailureKind.LIMIT, "max stack frames exceeded.");
  }

  /** Notes where the call of a builtin stands, right before its arguments are computed. */
  public void calledAt(Context context, int begin) {
    caller = context;
    callerBegin = begin;
  }

  /** The {@code file:line} of the last call noted; empty before the first. */
  public String callPlace() {
    var context = caller;
    return context == null
        ? ""
        : context.source().name() + ':' + context.source().line(callerBegin);
  }

  /** The stack limit, which is also the depth limit of some functions that write values. */
  public int maxStack() {
    return maxStack;
  }

  /** Counts one round of a loop. */
  public void step() {
    if (--fuel < 0) {
      refill();
    }
  }

  /** Counts work that takes as long as so many rounds of a loop. */
  public void steps(long count) {
    if (count > fuel) {
      budget.spend(SLICE - fuel + count);
      fuel = SLICE;
    } else {
      fuel -= (int) count;
    }
  }

  /** Steps not yet told to the budget. */
  public long unspent() {
    return SLICE - fuel;
  }

  @Override
  public void check() {
    refill();
  }

  private void refill() {
    budget.spend(SLICE - fuel);
    fuel = SLICE;
  }

  /**
   * Asks for memory before it is taken, and for the time to fill it.
   *
   * @throws JsonnetException when there is not that much to be had
   */
  public void reserve(long bytes) {
    promise(bytes);
    steps(bytes >> 6);
  }

  /**
   * Asks for memory that will be taken later, if at all.
   *
   * @throws JsonnetException when there is not that much to be had
   */
  public void promise(long bytes) {
    if (bytes > LARGE) {
      budget.reserve(bytes);
    }
  }

  /** A failure because the program wants more than it may have. */
  public JsonnetException limit(String text) {
    return new JsonnetException(FailureKind.LIMIT, text);
  }
}
