// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A profile as a person reads it, at most 100 columns wide.
 *
 * <p>Tables cut long names and paths at their beginnings; hints have them whole, whatever the
 * width.
 */
public final class TextPage {

  private static final int LISTED = 20;
  private static final int WIDTH = 100;
  private static final Set<Kind> CALLED = Set.of(Kind.FUNCTION);
  private static final Set<Kind> LIBRARY = Set.of(Kind.STANDARD, Kind.NATIVE);
  private static final Set<Kind> VALUES = Set.of(Kind.FIELD, Kind.VARIABLE);

  private final Profile profile;
  private final long whole;
  private final StringBuilder page = new StringBuilder();

  private TextPage(Profile profile) {
    this.profile = profile;
    this.whole = profile.selfNanos();
  }

  /** The page. */
  public static String of(Profile profile) {
    return new TextPage(profile).text();
  }

  private String text() {
    head();
    hints();
    kinds();
    entries("Functions", CALLED);
    entries("Standard library and native functions", LIBRARY);
    entries("Fields and variables", VALUES);
    calls();
    files();
    return page.toString();
  }

  private void head() {
    var costs = profile.costs();
    line("Profile of " + profile.program() + ": " + firstLine(profile.ending()));
    line("");
    fact("wall time", Figures.millis(costs.wallNanos()) + " ms");
    fact(
        "this profile",
        Figures.millis(costs.profilingNanos())
            + " ms of it: "
            + Figures.count(costs.reads())
            + " looks at the clock, "
            + Math.round(costs.nanosPerRead())
            + " ns each, taken off below");
    fact("steps", Figures.count(costs.steps()));
    fact("allocated", Figures.megabytes(costs.allocatedBytes()) + " MB");
    fact("output", Figures.count(costs.outputBytes()) + " bytes");
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private void fact(String name, String value) {
    line("  " + name + " ".repeat(14 - name.length()) + value);
  }

  private void hints() {
    var hints = Hints.of(profile);
    if (hints.isEmpty()) {
      return;
    }
    title("Hints");
    hints.forEach(this::hint);
  }

  private void hint(String text) {
    var line = new StringBuilder("  -");
    for (var word : Figures.shown(text).split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        page.append(line).append('\n');
        line.setLength(0);
        line.append("   ");
      }
      line.append(' ').append(word);
    }
    page.append(line).append('\n');
  }

  private void kinds() {
    title("Where the time went");
    var table = new Table(List.of("self ms", "%", "what"), 9, 5);
    for (var kind : Kind.values()) {
      long nanos =
          profile.entries().stream()
              .filter(entry -> entry.kind() == kind)
              .mapToLong(Entry::selfNanos)
              .sum();
      if (nanos > 0) {
        table.row(Figures.millis(nanos), Figures.percent(nanos, whole), kind.title());
      }
    }
    table.appendTo(page);
  }

  private void entries(String title, Set<Kind> kinds) {
    var chosen = profile.entries().stream().filter(entry -> kinds.contains(entry.kind())).toList();
    if (chosen.isEmpty()) {
      return;
    }
    title(title + ", by self time" + of(chosen.size()));
    boolean placed = chosen.stream().anyMatch(entry -> entry.spot() != null);
    var heads = List.of("self ms", "%", "total ms", "calls", "MB", "name", "where");
    var table = new Table(placed ? heads : heads.subList(0, 6), 9, 5, 9, 10, 8);
    chosen.stream().limit(LISTED).forEach(entry -> row(table, entry, placed));
    table.appendTo(page);
  }

  private void row(Table table, Entry entry, boolean placed) {
    var spot = entry.spot();
    var figures =
        new String[] {
          Figures.millis(entry.selfNanos()),
          Figures.percent(entry.selfNanos(), whole),
          Figures.millis(entry.totalNanos()),
          Figures.count(entry.calls()),
          Figures.megabytes(entry.allocatedBytes()),
          Figures.shown(entry.name())
        };
    if (!placed) {
      table.row(figures);
      return;
    }
    var cells = Arrays.copyOf(figures, figures.length + 1);
    cells[figures.length] = spot == null ? "" : Figures.shown(spot.text());
    table.row(cells);
  }

  private static String of(int all) {
    return all <= LISTED ? "" : ": " + LISTED + " of " + Figures.count(all);
  }

  private void calls() {
    var calls = profile.calls();
    if (calls.isEmpty()) {
      return;
    }
    title("Calls as written, by number");
    var table = new Table(List.of("calls", "what", "where"), 11);
    calls.stream()
        .limit(LISTED)
        .forEach(
            call ->
                table.row(
                    Figures.count(call.count()),
                    Figures.shown(call.target()),
                    Figures.shown(call.spot().text())));
    table.appendTo(page);
  }

  private void files() {
    var files = profile.files();
    title("Files, by time to parse and in their code" + of(files.size()));
    var table =
        new Table(
            List.of("code ms", "parse ms", "read ms", "eval ms", "bytes", "imports", "ran", "file"),
            9,
            9,
            8,
            9,
            10,
            7,
            11);
    files.stream()
        .limit(LISTED)
        .forEach(
            file ->
                table.row(
                    Figures.millis(file.codeNanos()),
                    Figures.millis(file.parseNanos()),
                    Figures.millis(file.readNanos()),
                    Figures.millis(file.evaluateNanos()),
                    Figures.count(file.bytes()),
                    Figures.count(file.imports()),
                    Figures.count(file.used()) + '/' + Figures.count(file.pieces()),
                    Figures.shown(file.file())));
    table.appendTo(page);
  }

  private void title(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    page.append(Figures.shown(text)).append('\n');
  }
}
