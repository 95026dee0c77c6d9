// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.profile.Entry;
import wtf.metio.jaas.jsonnet.profile.Kind;
import wtf.metio.jaas.jsonnet.profile.Spot;

/** A piece of a program and what it took so far. Confined to the thread of the evaluation. */
final class Site {

  final Kind kind;
  final String name;
  final @Nullable SourceText source;
  final int begin;

  long calls;
  long selfNanos;
  long totalNanos;
  long steps;
  long bytes;

  /** Readings of the clock that are within the self time. */
  long selfReads;

  /** Readings of the clock that are within the total time. */
  long totalReads;

  /** How often it is being computed right now. */
  int open;

  /** Whether a clock was put in for it. */
  boolean known;

  Site(Kind kind, String name, @Nullable SourceText source, int begin) {
    this.kind = kind;
    this.name = name;
    this.source = source;
    this.begin = begin;
  }

  /** A site that stands in no file. */
  static Site nowhere(Kind kind, String name) {
    return new Site(kind, name, null, 0);
  }

  @Nullable Spot spot() {
    return source == null ? null : spot(source, begin);
  }

  static Spot spot(SourceText source, int begin) {
    return new Spot(source.name(), source.line(begin), source.column(begin));
  }

  /** Takes over what another one took. */
  void add(Site other) {
    calls += other.calls;
    selfNanos += other.selfNanos;
    totalNanos += other.totalNanos;
    steps += other.steps;
    bytes += other.bytes;
    selfReads += other.selfReads;
    totalReads += other.totalReads;
  }

  boolean ran() {
    return calls > 0 || selfReads > 0;
  }

  /** Self time without what reading the clock took. */
  long netSelf(double nanosPerRead) {
    return net(selfNanos, selfReads, nanosPerRead);
  }

  /** Total time without what reading the clock took. */
  long netTotal(double nanosPerRead) {
    return Math.max(netSelf(nanosPerRead), net(totalNanos, totalReads, nanosPerRead));
  }

  static long net(long nanos, long reads, double nanosPerRead) {
    return Math.max(0, nanos - Math.round(reads * nanosPerRead));
  }

  Entry entry(double nanosPerRead) {
    return new Entry(
        kind, name, spot(), calls, netSelf(nanosPerRead), netTotal(nanosPerRead), steps, bytes);
  }
}
