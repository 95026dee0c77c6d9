// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

/** Line breaks and blanks between two words of a scalar, and what they become. */
final class ScalarLines {

  private final StringBuilder blanks = new StringBuilder();
  private final StringBuilder firstBreak = new StringBuilder();
  private final StringBuilder moreBreaks = new StringBuilder();
  private boolean broken;

  /** Whether a line break was met since the last word. */
  boolean isBroken() {
    return broken;
  }

  /** Takes note of a break that leaves nothing behind. */
  void escapeBreak() {
    broken = true;
  }

  /** Takes a blank or a line break. */
  void take(Cursor cursor) {
    if (cursor.isBlank()) {
      if (broken) {
        cursor.skip();
      } else {
        cursor.read(blanks);
      }
    } else if (broken) {
      cursor.readBreak(moreBreaks);
    } else {
      blanks.setLength(0);
      cursor.readBreak(firstBreak);
      broken = true;
    }
  }

  /** Puts in front of the next word what belongs there: one break is a space, more are one less. */
  void flush(StringBuilder target) {
    if (!broken) {
      target.append(blanks);
      blanks.setLength(0);
      return;
    }
    if (!firstBreak.isEmpty() && firstBreak.charAt(0) == '\n') {
      target.append(moreBreaks.isEmpty() ? " " : moreBreaks);
    } else {
      target.append(firstBreak).append(moreBreaks);
    }
    firstBreak.setLength(0);
    moreBreaks.setLength(0);
    broken = false;
  }
}
