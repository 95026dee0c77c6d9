// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.profile.Kind;

/**
 * Knows which piece is being computed, and charges time, steps and memory to it.
 *
 * <p>Confined to the thread of the evaluation. When an exception passes, nobody says that pieces
 * end: it ends the evaluation, and {@link #finish} ends them.
 */
final class Recorder {

  private static final int ROUNDS = 2_000;
  private static final int BATCHES = 5;

  private final Meters meters;
  private final @Nullable CallTree tree;

  // The pieces being computed, the innermost last, with the time when each began and the number of
  // readings until then.
  private Site[] open = new Site[512];
  private long[] began = new long[512];
  private long[] readsBefore = new long[512];
  private int depth;

  private Site current;
  private long lastNanos;
  private long lastSteps;
  private long lastBytes;
  private long reads;

  /**
   * A recorder, not started yet.
   *
   * @param root what is computed where nothing else is
   * @param tree takes the stacks; null if nobody wants them
   */
  Recorder(Meters meters, Site root, @Nullable CallTree tree) {
    this.meters = meters;
    this.tree = tree;
    this.current = root;
  }

  /** Starts the clock. */
  void start() {
    lastSteps = meters.steps().getAsLong();
    lastBytes = meters.bytes().getAsLong();
    lastNanos = meters.nanos().getAsLong();
    enter(current);
  }

  /** What is being computed. */
  Site current() {
    return current;
  }

  /** How often the clock was read. */
  long reads() {
    return reads;
  }

  /** Begins to compute a piece; {@link #exit} follows unless an exception passes. */
  void enter(Site site) {
    site.calls++;
    resume(site);
  }

  /** Computes something that was left for later by a piece; {@link #exit} follows. */
  void resume(Site site) {
    charge();
    if (depth == open.length) {
      grow();
    }
    open[depth] = site;
    began[depth] = lastNanos;
    readsBefore[depth] = reads;
    depth++;
    site.open++;
    current = site;
    if (tree != null) {
      tree.enter(site);
    }
  }

  /** Ends what was begun last. */
  void exit() {
    charge();
    depth--;
    var ended = open[depth];
    if (--ended.open == 0) {
      // Inner calls of a function that calls itself are within the time of the outermost.
      ended.totalNanos += lastNanos - began[depth];
      ended.totalReads += reads - readsBefore[depth];
    }
    current = open[Math.max(0, depth - 1)];
    if (tree != null) {
      tree.exit();
    }
  }

  /** Ends everything that is still being computed. */
  void finish() {
    while (depth > 0) {
      exit();
    }
  }

  private void charge() {
    long steps = meters.steps().getAsLong();
    long bytes = meters.bytes().getAsLong();
    long nanos = meters.nanos().getAsLong();
    var site = current;
    site.selfNanos += nanos - lastNanos;
    site.steps += steps - lastSteps;
    site.bytes += bytes - lastBytes;
    site.selfReads++;
    if (tree != null) {
      tree.charge(nanos - lastNanos);
    }
    reads++;
    lastNanos = nanos;
    lastSteps = steps;
    lastBytes = bytes;
  }

  private void grow() {
    open = Arrays.copyOf(open, depth * 2);
    began = Arrays.copyOf(began, depth * 2);
    readsBefore = Arrays.copyOf(readsBefore, depth * 2);
  }

  /**
   * What one reading of these meters costs, in nanoseconds: that of the fastest batch, so that what
   * is taken off is rather too little than too much.
   */
  static double nanosPerRead(Meters meters, boolean stacks) {
    double least = Double.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      var root = Site.nowhere(Kind.OUTPUT, "");
      var inner = Site.nowhere(Kind.OUTPUT, "");
      var recorder = new Recorder(meters, root, stacks ? new CallTree() : null);
      recorder.start();
      for (int i = 0; i < ROUNDS; i++) {
        recorder.enter(inner);
        recorder.exit();
      }
      recorder.finish();
      least = Math.min(least, (double) root.totalNanos / root.totalReads);
    }
    return least;
  }
}
