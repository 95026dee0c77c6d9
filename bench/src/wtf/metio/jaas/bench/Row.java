// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures one program with everybody. */
final class Row {

  static final List<String> HEAD =
      List.of(
          "program",
          "go-jsonnet cold",
          "jrsonnet cold",
          "JaaS cold",
          "go-jsonnet warm",
          "sjsonnet warm",
          "JaaS warm",
          "cold: x go",
          "cold: x jr",
          "warm: x go",
          "warm: x jr",
          "warm: x go warm",
          "warm: x sj",
          "renders",
          "same");

  /** The ratio that is promised: warm renders of ours against the command of go-jsonnet. */
  static final int WARM_RATIO = HEAD.indexOf("warm: x go");

  private static final int FIRST_WARM = 200;
  private static final int LAST_WARM = 300;
  private static final int FEWEST = 3;
  private static final Optional<Spread> NONE = Optional.empty();

  private final Contenders contenders;
  private final int coldRuns;
  private final Duration patience;

  /**
   * Rows for a table.
   *
   * @param quick whether few runs will do
   */
  Row(Contenders contenders, boolean quick) {
    this.contenders = contenders;
    this.coldRuns = quick ? FEWEST : 11;
    this.patience = Duration.ofSeconds(quick ? 8 : 40);
  }

  List<String> of(Workload workload) {
    var cold =
        cold(workload, List.of(contenders.goCold(), contenders.jrCold(), contenders.ourCold()));
    var goWarm = warm(contenders.goWarm(), workload, 20, patience.dividedBy(2));
    var sjWarm = warm(contenders.sjWarm(), workload, LAST_WARM, patience.dividedBy(2));
    var output = temporary();
    var options = List.of("-o", output.toString());
    var ours = times(contenders.ourWarm(), workload, LAST_WARM, patience, options);
    var ourWarm = spread(ours);
    return List.of(
        workload.name(),
        shown(contenders.goCold(), cold.get(0)),
        shown(contenders.jrCold(), cold.get(1)),
        shown(contenders.ourCold(), cold.get(2)),
        shown(contenders.goWarm(), goWarm),
        shown(contenders.sjWarm(), sjWarm),
        shown(contenders.ourWarm(), ourWarm),
        Spread.ratio(cold.get(0), cold.get(2)),
        Spread.ratio(cold.get(1), cold.get(2)),
        Spread.ratio(cold.get(0), ourWarm),
        Spread.ratio(cold.get(1), ourWarm),
        Spread.ratio(goWarm, ourWarm),
        Spread.ratio(sjWarm, ourWarm),
        String.valueOf(ours.size()),
        sameness(workload, output));
  }

  /** One process of each in turn, so that all see the machine at its better and worse times. */
  private List<Optional<Spread>> cold(Workload workload, List<Peer> peers) {
    var times = peers.stream().map(_ -> new ArrayList<Duration>()).toList();
    var alive = new ArrayList<>(peers.stream().map(Peer::isThere).toList());
    long end = System.nanoTime() + patience.toNanos();
    for (int run = 0; run < coldRuns && (run < FEWEST || System.nanoTime() < end); run++) {
      for (int i = 0; i < peers.size(); i++) {
        if (alive.get(i)) {
          var time = peers.get(i).cold(workload);
          time.ifPresent(times.get(i)::add);
          alive.set(i, time.isPresent());
        }
      }
    }
    return IntStream.range(0, peers.size())
        .mapToObj(i -> alive.get(i) ? Optional.of(Spread.of(times.get(i))) : NONE)
        .toList();
  }

  private static Optional<Spread> warm(
      Peer peer, Workload workload, int renders, Duration patience) {
    return spread(times(peer, workload, renders, patience, List.of()));
  }

  private static List<Duration> times(
      Peer peer, Workload workload, int renders, Duration patience, List<String> more) {
    if (!peer.isThere()) {
      return List.of();
    }
    var options = new ArrayList<>(more);
    options.addAll(List.of("-renders", String.valueOf(renders)));
    options.addAll(List.of("-seconds", String.valueOf(patience.toSeconds())));
    return peer.warm(workload, options);
  }

  /** Of renders 200 to 300, or of the last third where there were fewer. */
  private static Optional<Spread> spread(List<Duration> times) {
    int first = times.size() == LAST_WARM ? FIRST_WARM : times.size() / 3 * 2;
    return times.isEmpty() ? NONE : Optional.of(Spread.of(times.subList(first, times.size())));
  }

  private String sameness(Workload workload, Path output) {
    var theirs =
        contenders.goCold().isThere()
            ? contenders.goCold().output(workload, List.of())
            : Optional.<byte[]>empty();
    try {
      var ours = Files.readAllBytes(output);
      Files.delete(output);
      return theirs.map(it -> Arrays.equals(it, ours) ? "yes" : "NO").orElse("-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("bench", ".out");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(Peer peer, Optional<Spread> spread) {
    return spread.map(Spread::shown).orElse(peer.isThere() ? "fails" : "missing");
  }
}
