// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of one table by their first cell. They are kept in a file, so that a table may be
 * measured in parts: a new row takes the place of the old one of its name.
 */
public final class Ledger {

  private static final Path KEPT = Path.of("bench", ".results");
  private static final Path PAGE = Path.of("docs", "performance.md");

  private final String name;
  private final List<String> head;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  private Ledger(String name, List<String> head) {
    this.name = name;
    this.head = List.copyOf(head);
  }

  /** The table with the rows of former runs that have as many cells. */
  public static Ledger kept(String name, List<String> head) {
    var ledger = new Ledger(name, head);
    try {
      if (Files.exists(ledger.file())) {
        for (var line : Files.readAllLines(ledger.file())) {
          var cells = List.of(line.split("\t", -1));
          if (cells.size() == head.size()) {
            ledger.rows.put(cells.getFirst(), cells);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ledger;
  }

  /** The table without rows. */
  public static Ledger empty(String name, List<String> head) {
    return new Ledger(name, head);
  }

  /** Prints a row, as wide as the head. */
  public void print(List<String> cells) {
    var line = new StringBuilder(String.format("%-24s", cells.getFirst()));
    for (int i = 1; i < cells.size(); i++) {
      int width = Math.max(head.get(i).length(), 10);
      line.append("  ").append(" ".repeat(Math.max(0, width - cells.get(i).length())));
      line.append(cells.get(i));
    }
    System.out.println(line);
  }

  /** Prints the head. */
  public void printHead() {
    print(head);
  }

  /** Takes a row in and prints it. */
  public void put(List<String> cells) {
    print(cells);
    rows.put(cells.getFirst(), List.copyOf(cells));
  }

  /** All rows, the kept ones included. */
  public List<List<String>> rows() {
    return List.copyOf(rows.values());
  }

  /** Keeps the rows and writes the table into its place of the page, with notes below. */
  public void write(List<String> notes) {
    var lines = rows.values().stream().map(cells -> String.join("\t", cells)).toList();
    try {
      Files.createDirectories(KEPT);
      Files.write(file(), lines);
      Files.writeString(PAGE, filled(Files.readString(PAGE), notes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return KEPT.resolve(name + ".tsv");
  }

  private String filled(String page, List<String> notes) {
    var begin = "<!-- bench " + name + " begins -->";
    var end = "<!-- bench " + name + " ends -->";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(PAGE + " has no place for the table " + name);
    }
    var text = new StringBuilder(page.substring(0, from + begin.length())).append("\n\n");
    text.append(Machine.line()).append("\n\n").append(table());
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    return text.append('\n').append(page.substring(to)).toString();
  }

  private String table() {
    var rule = head.stream().map(_ -> "---").collect(Collectors.joining(" | ", "| ", " |"));
    var lines = new ArrayList<>(List.of("| " + String.join(" | ", head) + " |", rule));
    rows.values().forEach(cells -> lines.add("| " + String.join(" | ", cells) + " |"));
    return String.join("\n", lines) + '\n';
  }
}
