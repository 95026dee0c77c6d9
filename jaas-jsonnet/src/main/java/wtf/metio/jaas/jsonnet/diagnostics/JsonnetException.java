// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Ends an evaluation from within; turned into a value at the front door and never seen outside.
 *
 * <p>It carries the trace of the <em>program</em>, not of Java. The trace grows while the exception
 * travels outwards: whoever leaves a frame of the language says so with {@link #leaveFrame}, and
 * the next node on the way that knows its place adds it with {@link #at}.
 */
public final class JsonnetException extends RuntimeException {

  /** Longest trace that is kept on each side of the gap in a very deep one. */
  private static final int KEPT = 500;

  private final FailureKind kind;
  private final String text;
  private final boolean duringRun;
  private final ArrayList<TraceFrame> innermost = new ArrayList<>();
  private final ArrayList<TraceFrame> outermost = new ArrayList<>();
  private boolean placeMissing = true;

  /** A failure of the engine's own limits, whose place is still to be added. */
  public JsonnetException(FailureKind kind, String text) {
    this(kind, text, false);
  }

  private JsonnetException(FailureKind kind, String text, boolean duringRun) {
    super(text, null, false, false);
    this.kind = kind;
    this.text = text;
    this.duringRun = duringRun;
  }

  /** A failure of the program while it ran, whose place is still to be added. */
  public static JsonnetException runtime(String text) {
    return runtime(FailureKind.RUNTIME, text);
  }

  /** A failure of a sort while the program ran, whose place is still to be added. */
  public static JsonnetException runtime(FailureKind kind, String text) {
    return new JsonnetException(kind, text, true);
  }

  /** A text that is no program. The message begins with the place, as the reference has it. */
  public static JsonnetException syntax(SourceText source, int begin, int end, String text) {
    var failure =
        new JsonnetException(FailureKind.SYNTAX, source.location(begin, end) + ' ' + text);
    failure.innermost.add(new TraceFrame(source, begin, end, ""));
    failure.placeMissing = false;
    return failure;
  }

  /** What sort of failure this is. */
  public FailureKind kind() {
    return kind;
  }

  /** Whether the program ran when it failed, and not somebody else ended it. */
  public boolean duringRun() {
    return duringRun;
  }

  /** The message, without trace and without a prefix. */
  public String text() {
    return text;
  }

  /** Adds the place of the node being evaluated, unless a node further in has done so. */
  public JsonnetException at(Context context, int begin, int end) {
    if (placeMissing) {
      placeMissing = false;
      add(new TraceFrame(context.source(), begin, end, context.name()));
    }
    return this;
  }

  /** Notes that a frame of the language was left, so that its caller's place is wanted next. */
  public JsonnetException leaveFrame() {
    placeMissing = true;
    return this;
  }

  /** Adds a line that tells of an activity and has no place of its own. */
  public JsonnetException during(String activity) {
    add(new TraceFrame(null, 0, 0, activity));
    return this;
  }

  /** The trace, innermost first; the middle of a very deep one is missing. */
  public List<TraceFrame> frames() {
    var frames = new ArrayList<>(innermost);
    frames.addAll(outermost);
    return Collections.unmodifiableList(frames);
  }

  private void add(TraceFrame frame) {
    if (innermost.size() < KEPT) {
      innermost.add(frame);
      return;
    }
    if (outermost.size() == KEPT) {
      outermost.removeFirst();
    }
    outermost.add(frame);
  }
}
