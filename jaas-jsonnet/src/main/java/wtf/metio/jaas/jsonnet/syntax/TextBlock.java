// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * A string over several lines that stand further in than its end.
 *
 * <p>
 *
 * {@snippet :
 * block ::= "|||" ["-"] blank* "\\n" "\\n"* ( indent any* "\\n" "\\n"* )+ space* "|||"
 * }
 *
 * The first line's indent is that of the block and is cut from every line. A line that begins
 * otherwise must be the end. No escapes; {@code -} drops the last line break.
 */
final class TextBlock {

  private final byte[] bytes;
  private int at;
  private String complaint = "";
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  /** {@code begin} is the offset of the opening bars. */
  TextBlock(byte[] bytes, int begin) {
    this.bytes = bytes;
    this.at = begin + 3;
  }

  /** Where the block ends, once its content was read. */
  int end() {
    return at;
  }

  /** What is wrong. */
  String complaint() {
    return complaint;
  }

  /** Reads the block; empty if there is something wrong with it. */
  Optional<String> content() {
    boolean chomp = next() == '-';
    if (chomp) {
      at++;
    }
    while (next() == ' ' || next() == '\t' || next() == '\r') {
      at++;
    }
    if (next() != '\n') {
      return wrong("Text block requires new line after |||.");
    }
    at++;
    emptyLines();
    return lines(chomp);
  }

  private Optional<String> lines(boolean chomp) {
    int indent = at;
    skipSpaces();
    int width = at - indent;
    if (width == 0) {
      return wrong("Text block's first line must start with whitespace");
    }
    do {
      if (!line()) {
        return wrong("Unexpected EOF");
      }
      emptyLines();
    } while (skipIndent(indent, width));
    skipSpaces();
    if (next() != '|' || at + 2 >= bytes.length || bytes[at + 1] != '|' || bytes[at + 2] != '|') {
      return wrong("Text block not terminated with |||");
    }
    at += 3;
    byte[] text = content.toByteArray();
    return Optional.of(Utf8.decode(text, 0, chomp ? text.length - 1 : text.length));
  }

  private boolean line() {
    int from = at;
    while (next() != '\n') {
      if (at >= bytes.length) {
        return false;
      }
      at++;
    }
    at++;
    content.write(bytes, from, at - from);
    return true;
  }

  private void emptyLines() {
    while (next() == '\n') {
      content.write('\n');
      at++;
    }
  }

  private void skipSpaces() {
    while (next() == ' ' || next() == '\t') {
      at++;
    }
  }

  private boolean skipIndent(int indent, int width) {
    for (int i = 0; i < width; i++) {
      if (at + i >= bytes.length || bytes[at + i] != bytes[indent + i]) {
        return false;
      }
    }
    at += width;
    return true;
  }

  private int next() {
    return at < bytes.length ? bytes[at] : -1;
  }

  private Optional<String> wrong(String what) {
    complaint = what;
    return Optional.empty();
  }
}
