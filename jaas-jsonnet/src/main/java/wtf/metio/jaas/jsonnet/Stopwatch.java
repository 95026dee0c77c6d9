// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.time.Duration;

/** Times the phases of one evaluation, on its thread. */
final class Stopwatch {

  private static final int PARSE = 0;
  private static final int EVALUATE = 1;
  private static final int MANIFEST = 2;

  private final long begun = System.nanoTime();
  private final long[] nanos = new long[3];
  private long phaseBegun = begun;
  private int phase = PARSE;
  private long importNanos;

  /** The program is ready to run. */
  void parsed() {
    next(EVALUATE);
  }

  /** The program has a value. */
  void evaluated() {
    next(MANIFEST);
  }

  /** An import was worked on since then, a reading of {@link System#nanoTime}. */
  void imported(long since) {
    importNanos += System.nanoTime() - since;
  }

  private void next(int following) {
    long now = System.nanoTime();
    nanos[phase] = now - phaseBegun;
    phaseBegun = now;
    phase = following;
  }

  /** The phases, the one that runs as if it ended now. */
  Phases phases() {
    var until = nanos.clone();
    until[phase] = System.nanoTime() - phaseBegun;
    return new Phases(
        begun,
        Duration.ofNanos(until[PARSE]),
        Duration.ofNanos(until[EVALUATE]),
        Duration.ofNanos(until[MANIFEST]),
        Duration.ofNanos(importNanos));
  }
}
