// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.profile.CallPlace;
import wtf.metio.jaas.jsonnet.profile.Growth;
import wtf.metio.jaas.jsonnet.syntax.Expr;

/** What is counted in all files of one evaluation. */
final class Counters {

  /** Fewer copies tell nobody anything. */
  private static final long COPIES = 1_000;

  private final Recorder recorder;
  private final WatchedImporter importer;
  private final List<Call> calls = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();

  private record Call(SourceText source, Expr.Apply apply, Tally tally) {}

  private record Sum(SourceText source, Expr plus, GrowthTally growth) {}

  Counters(Recorder recorder, WatchedImporter importer) {
    this.recorder = recorder;
    this.importer = importer;
  }

  Recorder recorder() {
    return recorder;
  }

  WatchedImporter importer() {
    return importer;
  }

  /** A counter for a call. */
  Tally call(SourceText source, Expr.Apply apply) {
    var call = new Call(source, apply, new Tally());
    calls.add(call);
    return call.tally();
  }

  /** A counter for what a {@code +} makes. */
  GrowthTally growth(SourceText source, Expr plus) {
    var sum = new Sum(source, plus, new GrowthTally());
    sums.add(sum);
    return sum.growth();
  }

  /** The calls that were computed most often, the most frequent first. */
  List<CallPlace> calls(int most) {
    return calls.stream()
        .filter(call -> call.tally().count > 0)
        .sorted(Comparator.comparingLong((Call call) -> call.tally().count).reversed())
        .limit(most)
        .map(
            call ->
                new CallPlace(
                    ShortText.of(call.source(), call.apply().target()),
                    Site.spot(call.source(), call.apply().begin()),
                    call.tally().count))
        .toList();
  }

  /** The sums that grew, the most copied first. */
  List<Growth> growths(int most) {
    return sums.stream()
        .filter(sum -> sum.growth().copied >= COPIES)
        .sorted(Comparator.comparingLong((Sum sum) -> sum.growth().copied).reversed())
        .limit(most)
        .map(sum -> new Growth(Site.spot(sum.source(), sum.plus().begin()), sum.growth().copied))
        .toList();
  }
}
