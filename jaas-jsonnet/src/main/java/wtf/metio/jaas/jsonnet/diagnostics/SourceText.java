// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The bytes of one file under the name that messages show.
 *
 * <p>Immutable and safe for any number of threads. The line table is made only when a position is
 * asked for, since most files never appear in a message.
 */
public final class SourceText {

  private final String name;
  private final byte[] bytes;

  /**
   * Wraps bytes without a copy.
   *
   * @param name as it shows in messages; empty for a program without a file
   * @param bytes UTF-8; must not change any more
   */
  public SourceText(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** The name that messages show. */
  public String name() {
    return name;
  }

  /** The text itself, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * A range the way messages write it: {@code file:line:column}, {@code file:line:from-to} or
   * {@code file:(line:column)-(line:column)}. Lines and columns count from one, columns count
   * bytes.
   */
  public String location(int begin, int end) {
    return name.isEmpty() ? range(begin, end) : name + ':' + range(begin, end);
  }

  private String range(int begin, int end) {
    int beginLine = line(begin);
    int endLine = line(end);
    int beginColumn = column(begin);
    int endColumn = column(end);
    if (beginLine != endLine) {
      return String.format(
          Locale.ROOT, "(%d:%d)-(%d:%d)", beginLine, beginColumn, endLine, endColumn);
    }
    return begin == end
        ? beginLine + ":" + beginColumn
        : beginLine + ":" + beginColumn + '-' + endColumn;
  }

  /** The number of the line that holds an offset; the first is one. */
  public int line(int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, bytes.length); i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  /** The column of an offset in bytes; the first is one. */
  public int column(int offset) {
    return offset - lineStart(offset) + 1;
  }

  /** The text of the line that holds an offset, without its end. */
  public String lineText(int offset) {
    int start = lineStart(offset);
    int stop = start;
    while (stop < bytes.length && bytes[stop] != '\n') {
      stop++;
    }
    return new String(bytes, start, stop - start, StandardCharsets.UTF_8);
  }

  private int lineStart(int offset) {
    int start = Math.min(offset, bytes.length);
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }
}
