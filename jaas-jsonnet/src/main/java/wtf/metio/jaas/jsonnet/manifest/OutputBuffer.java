// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.Arrays;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.text.Escaping;
import wtf.metio.jaas.jsonnet.text.NumberText;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** Bytes on their way out; refuses to grow beyond a bound. */
public final class OutputBuffer {

  /** Long strings go in by pieces of so many chars, so that room for escapes stays small. */
  private static final int PIECE = 8 << 10;

  private final Evaluation evaluation;
  private final long limit;
  private byte[] bytes = new byte[1 << 10];
  private int size;

  /**
   * An empty buffer.
   *
   * @param limit the most bytes it takes
   */
  public OutputBuffer(Evaluation evaluation, long limit) {
    this.evaluation = evaluation;
    this.limit = limit;
  }

  /** Appends an ASCII character. */
  public void ascii(char c) {
    room(1);
    bytes[size++] = (byte) c;
  }

  /** Appends text as it is. */
  public void raw(String text) {
    for (int from = 0; from < text.length(); ) {
      int to = pieceEnd(text, from);
      room(3 * (to - from));
      size = Utf8.encode(text.substring(from, to), bytes, size);
      from = to;
    }
  }

  /** Appends bytes as they are. */
  public void raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Appends a string with quotes and escapes. */
  public void quoted(String text, Escaping escaping) {
    if (text.length() <= PIECE) {
      room((int) Escaping.maxBytes(text));
      size = escaping.write(text, bytes, size);
      return;
    }
    ascii('"');
    for (int from = 0; from < text.length(); ) {
      int to = pieceEnd(text, from);
      room(6 * (to - from) + 2);
      inner(text.substring(from, to), escaping);
      from = to;
    }
    ascii('"');
  }

  // Each piece is written with quotes of its own: the first goes over the byte before, which is put
  // back, the last is dropped.
  private void inner(String piece, Escaping escaping) {
    byte before = bytes[size - 1];
    int end = escaping.write(piece, bytes, size - 1);
    bytes[size - 1] = before;
    size = end - 1;
  }

  private static int pieceEnd(String text, int from) {
    int to = Math.min(from + PIECE, text.length());
    return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }

  /** Appends a number in the language's own form. */
  public void number(double number) {
    room(NumberText.MAX_BYTES);
    size = NumberText.output(number, bytes, size);
  }

  /** Appends the same ASCII character many times. */
  public void repeat(char c, int times) {
    room(times);
    Arrays.fill(bytes, size, size + times, (byte) c);
    size += times;
  }

  /** The number of bytes so far. */
  public int size() {
    return size;
  }

  /** A copy of the bytes so far. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size > limit) {
      throw evaluation.limit("the output is larger than " + limit + " bytes");
    }
    if (bytes.length - size < more) {
      grow((long) size + more);
    }
  }

  private void grow(long needed) {
    long larger = Math.max(needed, bytes.length + (bytes.length >> 1));
    if (larger > Integer.MAX_VALUE - 64) {
      throw evaluation.limit("the output is larger than " + limit + " bytes");
    }
    evaluation.reserve(larger);
    bytes = Arrays.copyOf(bytes, (int) larger);
  }
}
