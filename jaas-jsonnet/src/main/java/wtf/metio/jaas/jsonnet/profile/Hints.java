// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a profile shows beyond doubt, and what to do about it. */
final class Hints {

  private static final long MANY_CALLS = 100_000;
  private static final long MANY_COPIES = 1_000_000;
  private static final long LARGE_FILE = 100_000;
  private static final int MANY_PIECES = 100;

  /** A file counts as hardly used where fewer than one in so many of its pieces ran. */
  private static final int ONE_IN = 20;

  /** What takes less than one in so many parts of the time is not worth a word. */
  private static final int WORTH_A_WORD = 20;

  private static final int MOST = 3;

  private Hints() {}

  /** Hints, each a sentence or two on one line; mostly none. */
  static List<String> of(Profile profile) {
    List<String> hints = new ArrayList<>();
    profile.entries().stream()
        .filter(entry -> entry.kind() == Kind.FUNCTION && entry.calls() > MANY_CALLS)
        .sorted(Comparator.comparingLong(Entry::calls).reversed())
        .limit(MOST)
        .forEach(entry -> hints.add(frequent(entry)));
    profile.growths().stream()
        .filter(sum -> sum.copied() >= MANY_COPIES)
        .limit(MOST)
        .forEach(sum -> hints.add(copied(sum)));
    long worth = profile.selfNanos() / WORTH_A_WORD;
    profile.files().stream()
        .filter(file -> file.parseNanos() >= worth && isHardlyUsed(file))
        .limit(MOST)
        .forEach(file -> hints.add(hardlyUsed(file)));
    return hints;
  }

  private static String frequent(Entry function) {
    var spot = function.spot();
    return '`'
        + function.name()
        + (spot == null ? "`" : "` at " + spot.text())
        + " is called "
        + Figures.count(function.calls())
        + " times. A function is computed anew for every call: bind what repeats to a local.";
  }

  private static String copied(Growth sum) {
    return "What grows by the `+` at "
        + sum.spot().text()
        + " is looked at each time before it grows again, and "
        + Figures.count(sum.copied())
        + " elements or characters were copied for that. Collect the parts first and look at the"
        + " whole once.";
  }

  private static boolean isHardlyUsed(FileUse file) {
    return file.bytes() >= LARGE_FILE
        && file.pieces() >= MANY_PIECES
        && file.used() < file.pieces() / ONE_IN;
  }

  private static String hardlyUsed(FileUse file) {
    return '`'
        + file.file()
        + "` took "
        + Figures.millis(file.parseNanos())
        + " ms to parse, and "
        + Figures.count(file.used())
        + " of its "
        + Figures.count(file.pieces())
        + " functions and computed fields ran. Import only the part that is needed.";
  }
}
