// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.notation.Sha256;

/**
 * A rendered text in the forms in which it is handed out.
 *
 * <p>The digest and the compressed form are made when somebody first asks, and kept: who serves a
 * document again and again pays for them once.
 *
 * <p>Safe for any number of threads; two that ask first at once both do the work.
 */
public final class Document {

  private final byte[] bytes;
  private volatile @Nullable String sha256;
  private volatile byte @Nullable [] gzip;

  /**
   * A document.
   *
   * @param bytes UTF-8; not to be changed by anybody any more
   */
  public Document(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The text as UTF-8, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The SHA-256 of the text, 64 lower-case hexadecimal digits. */
  public String sha256() {
    var known = sha256;
    if (known == null) {
      known = Sha256.hex(bytes);
      sha256 = known;
    }
    return known;
  }

  /** The text as one member of gzip, not to be changed. May be larger than a short text. */
  public byte[] gzip() {
    var known = gzip;
    if (known == null) {
      known = compress(bytes);
      gzip = known;
    }
    return known;
  }

  /** How many bytes are kept now, in all forms. */
  public long keptBytes() {
    var compressed = gzip;
    return bytes.length + (compressed == null ? 0L : compressed.length);
  }

  private static byte[] compress(byte[] content) {
    var compressed = new ByteArrayOutputStream(content.length / 4 + 64);
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return compressed.toByteArray();
  }
}
