// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.text.Escaping;
import wtf.metio.jaas.jsonnet.text.NumberText;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * Bytes on their way out; refuses to grow beyond a bound.
 *
 * <p>They are kept in chunks: one array that grows would be copied again and again, and take three
 * times the memory of what is in it.
 */
public final class OutputBuffer {

  /** Long strings go in by pieces of so many chars, so that room for escapes stays small. */
  private static final int PIECE = 8 << 10;

  private static final int SMALLEST_CHUNK = 1 << 10;

  /** Five of the largest pieces, but far from what collectors treat as large. */
  private static final int LARGEST_CHUNK = 256 << 10;

  private final Evaluation evaluation;
  private final long limit;
  private final List<Chunk> filled = new ArrayList<>();
  private long filledBytes;

  // The chunk that is being filled, and how far it is.
  private byte[] bytes = new byte[SMALLEST_CHUNK];
  private int size;

  private record Chunk(byte[] bytes, int size) {}

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
      var piece = text.substring(from, to);
      room((int) Escaping.maxBytes(piece));
      size = escaping.writeInner(piece, bytes, size);
      from = to;
    }
    ascii('"');
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

  /** A copy of the bytes so far. */
  public byte[] toBytes() {
    long all = filledBytes + size;
    checkLimit(all);
    if (filled.isEmpty()) {
      return Arrays.copyOf(bytes, size);
    }
    evaluation.reserve(all);
    var result = new byte[(int) all];
    int at = 0;
    for (var chunk : filled) {
      System.arraycopy(chunk.bytes(), 0, result, at, chunk.size());
      at += chunk.size();
    }
    System.arraycopy(bytes, 0, result, at, size);
    return result;
  }

  /** The bytes so far as text. */
  public String toText() {
    return filled.isEmpty() ? Utf8.decode(bytes, 0, size) : Utf8.decode(toBytes());
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      next(more);
    }
  }

  private void next(int atLeast) {
    filled.add(new Chunk(bytes, size));
    filledBytes += size;
    checkLimit(filledBytes);
    int length = Math.max(atLeast, Math.min(2 * bytes.length, LARGEST_CHUNK));
    evaluation.reserve(length);
    bytes = new byte[length];
    size = 0;
  }

  private void checkLimit(long all) {
    if (all > Math.min(limit, Integer.MAX_VALUE - 64)) {
      throw evaluation.limit("the output is larger than " + limit + " bytes");
    }
  }
}
