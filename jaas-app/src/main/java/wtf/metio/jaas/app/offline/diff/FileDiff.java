// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one file differs.
 *
 * @param name of the file
 * @param change what happened to it
 * @param hunks lines in the form of {@code diff -u}, without the two lines that name the files
 * @param added how many lines are new
 * @param removed how many lines are gone
 */
public record FileDiff(String name, Change change, List<String> hunks, int added, int removed) {

  private static final int CONTEXT = 3;

  /** What may happen to a file. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  public FileDiff {
    hunks = List.copyOf(hunks);
  }

  /**
   * Compares a file.
   *
   * @param before null if there was none
   * @param after null if there is none any more
   * @return empty if nothing differs
   */
  public static Optional<FileDiff> of(
      String name, byte @Nullable [] before, byte @Nullable [] after) {
    if (Arrays.equals(before, after)) {
      return Optional.empty();
    }
    var change = before == null ? Change.ADDED : after == null ? Change.REMOVED : Change.CHANGED;
    var old = lines(before);
    var fresh = lines(after);
    if (old.isEmpty() || fresh.isEmpty()) {
      return Optional.of(new FileDiff(name, change, List.of("Binary files differ"), 0, 0));
    }
    return Optional.of(new Writing(old.get(), fresh.get()).diff(name, change));
  }

  /** The lines of a text, each with the mark of a missing end if it has none; empty for no text. */
  private static Optional<List<String>> lines(byte @Nullable [] content) {
    if (content == null || content.length == 0) {
      return Optional.of(List.of());
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      var lines = new ArrayList<>(List.of(text.split("\n", -1)));
      var last = lines.removeLast();
      if (!last.isEmpty()) {
        lines.add(last + "\n\\ No newline at end of file");
      }
      return Optional.of(lines);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Writes the regions that differ with the lines around them. */
  private static final class Writing {

    private final List<String> before;
    private final List<String> after;
    private final List<String> hunks = new ArrayList<>();
    private int added;
    private int removed;

    Writing(List<String> before, List<String> after) {
      this.before = before;
      this.after = after;
    }

    FileDiff diff(String name, Change change) {
      var regions = LineDiff.of(before, after);
      int begin = 0;
      for (int i = 1; i <= regions.size(); i++) {
        if (i == regions.size()
            || regions.get(i).oldBegin() - regions.get(i - 1).oldEnd() > 2 * CONTEXT) {
          hunk(regions.subList(begin, i));
          begin = i;
        }
      }
      return new FileDiff(name, change, hunks, added, removed);
    }

    private void hunk(List<Region> regions) {
      var first = regions.getFirst();
      var last = regions.getLast();
      int lead = Math.min(CONTEXT, first.oldBegin());
      int trail = Math.min(CONTEXT, before.size() - last.oldEnd());
      hunks.add(
          "@@ -"
              + range(first.oldBegin() - lead, last.oldEnd() + trail)
              + " +"
              + range(first.newBegin() - lead, last.newEnd() + trail)
              + " @@");
      int at = first.oldBegin() - lead;
      for (var region : regions) {
        context(at, region.oldBegin());
        before.subList(region.oldBegin(), region.oldEnd()).forEach(line -> hunks.add('-' + line));
        after.subList(region.newBegin(), region.newEnd()).forEach(line -> hunks.add('+' + line));
        removed += region.oldEnd() - region.oldBegin();
        added += region.newEnd() - region.newBegin();
        at = region.oldEnd();
      }
      context(at, at + trail);
    }

    private void context(int from, int to) {
      before.subList(from, to).forEach(line -> hunks.add(' ' + line));
    }

    /** An empty range is named by the line before it. */
    private static String range(int from, int to) {
      int length = to - from;
      int begin = length == 0 ? from : from + 1;
      return length == 1 ? Integer.toString(begin) : begin + "," + length;
    }
  }
}
