// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Tars that no honest program writes. */
final class RawTar {

  private static final int SIZE_FIELD = 124;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  RawTar file(String name, String content) {
    return member('0', name, content);
  }

  RawTar member(char type, String name, String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    return member(type, name, bytes, bytes.length);
  }

  /** A member whose header says another size than its content has. */
  RawTar member(char type, String name, byte[] content, long size) {
    return raw(new TarBlock(name, type, 0644, size).ofFile("").bytes()).raw(content).pad();
  }

  /** A file whose size field has these bytes; the checksum is right. */
  RawTar sizeField(String name, byte[] field) {
    var block = new TarBlock(name, '0', 0644, 0).ofFile("").bytes();
    System.arraycopy(field, 0, block, SIZE_FIELD, field.length);
    return raw(summed(block));
  }

  RawTar pax(String... records) {
    var all = new StringBuilder();
    for (var record : records) {
      int length = record.getBytes(StandardCharsets.UTF_8).length + 2;
      int digits = Integer.toString(length + Integer.toString(length).length()).length();
      all.append(length + digits).append(' ').append(record).append('\n');
    }
    return member('x', "extended", all.toString());
  }

  RawTar raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  RawTar pad() {
    return raw(new byte[-out.size() & 511]);
  }

  RawTar end() {
    return raw(new byte[1024]);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  byte[] gzip() {
    return gzip(bytes());
  }

  static byte[] gzip(byte[] content) {
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static byte[] summed(byte[] block) {
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    var digits = String.format(Locale.ROOT, "%06o\0 ", sum);
    System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, block, 148, 8);
    return block;
  }
}
