// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import java.util.concurrent.atomic.LongAdder;

/** What became of recorded spans. Safe for any number of threads. */
public final class SpanCounts {

  private final LongAdder exported = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  /** Taken by the receiver. */
  public long exported() {
    return exported.sum();
  }

  /** Not taken by the receiver, or not known to be. */
  public long failed() {
    return failed.sum();
  }

  /** Never sent, because too many waited. */
  public long dropped() {
    return dropped.sum();
  }

  void countExported(int spans) {
    exported.add(spans);
  }

  void countFailed(int spans) {
    failed.add(spans);
  }

  void countDropped(int spans) {
    dropped.add(spans);
  }
}
