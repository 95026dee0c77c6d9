// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A page below {@code docs}, as far as its tables and blocks of code go. */
public final class ReferencePage {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final List<String> lines;

  /** The page in this file below {@code docs}. */
  public ReferencePage(String file) {
    try {
      lines = Files.readAllLines(SourceTree.CHECKOUT.resolve("docs").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of all tables whose first column has this head, with cells as they are written. */
  public List<List<String>> rows(String head) {
    return IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).startsWith("| " + head + " |"))
        .mapToObj(line -> lines.subList(line + 2, lines.size()))
        .flatMap(below -> below.stream().takeWhile(line -> line.startsWith("|")))
        .map(ReferencePage::cells)
        .toList();
  }

  /** What is written as code in a cell. */
  public static Set<String> codes(String cell) {
    return new TreeSet<>(CODE.matcher(cell).results().map(match -> match.group(1)).toList());
  }

  /** The one thing that is written as code in a cell. */
  public static String code(String cell) {
    return codes(cell).iterator().next();
  }

  /** The blocks of code in this language. */
  public List<String> blocks(String language) {
    var text = String.join("\n", lines);
    return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static List<String> cells(String row) {
    var inner = row.substring(1, row.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
