// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.regex;

import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/** A text that looks up now and then while somebody reads it. */
final class WatchedText implements CharSequence {

  /** A large machine may do a hundred thousand steps a character. */
  private static final int CHARS_PER_CHECK = 64;

  private final String text;
  private final Checkpoint checkpoint;
  private int read;

  WatchedText(String text, Checkpoint checkpoint) {
    this.text = text;
    this.checkpoint = checkpoint;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++read % CHARS_PER_CHECK == 0) {
      checkpoint.check();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int begin, int end) {
    return text.substring(begin, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
