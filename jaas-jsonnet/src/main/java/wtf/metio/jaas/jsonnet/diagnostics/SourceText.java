// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * The bytes of one file under the name that messages show.
 *
 * <p>Immutable and safe for any number of threads. The line table is made only when a position is
 * asked for, since most files never appear in a message.
 */
public final class SourceText {

  private final String name;
  private final String path;
  private final byte[] bytes;

  /** Offsets of the first bytes of all lines. Two threads may make it at once: it is the same. */
  private volatile int @Nullable [] lineStarts;

  /**
   * Wraps bytes without a copy.
   *
   * @param name as it shows in messages; empty for a program without a file
   * @param bytes UTF-8; must not change any more
   */
  public SourceText(String name, byte[] bytes) {
    this(name, name, bytes);
  }

  /**
   * Wraps bytes without a copy, for a file that shows in messages under another name than its own.
   *
   * @param name as it shows in messages; empty for a program without a file
   * @param path as its imports are resolved against, and as {@code std.thisFile} has it
   * @param bytes UTF-8; must not change any more
   */
  public SourceText(String name, String path, byte[] bytes) {
    this.name = name;
    this.path = path;
    this.bytes = bytes;
  }

  /** The name that messages show. */
  public String name() {
    return name;
  }

  /** The path against which imports are resolved. */
  public String path() {
    return path;
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
      return "(" + beginLine + ':' + beginColumn + ")-(" + endLine + ':' + endColumn + ')';
    }
    return begin == end
        ? beginLine + ":" + beginColumn
        : beginLine + ":" + beginColumn + '-' + endColumn;
  }

  /** The number of the line that holds an offset; the first is one. */
  public int line(int offset) {
    return lineIndex(offset) + 1;
  }

  /** The column of an offset in bytes; the first is one. */
  public int column(int offset) {
    return offset - lineStarts()[lineIndex(offset)] + 1;
  }

  /** The text of the line that holds an offset, without its end. */
  public String lineText(int offset) {
    int start = lineStarts()[lineIndex(offset)];
    int stop = start;
    while (stop < bytes.length && bytes[stop] != '\n') {
      stop++;
    }
    return Utf8.decode(bytes, start, stop - start);
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] lineStarts() {
    int @Nullable [] known = lineStarts;
    if (known == null) {
      known = findLineStarts();
      lineStarts = known;
    }
    return known;
  }

  private int[] findLineStarts() {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
