// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a tar, one after another: plain, with the extensions of POSIX and of GNU.
 *
 * <p>Sparse files are refused: their size says nothing of what they unpack to, and no source of
 * text needs them.
 */
final class TarInput {

  /** A header of a header; what is longer is not meant to be read. */
  private static final int LONGEST_EXTENSION = 1 << 20;

  private final InputStream in;
  private long contentLeft;
  private int paddingLeft;

  TarInput(InputStream in) {
    this.in = in;
  }

  /** The next member; empty at the end. What is left of the one before is skipped. */
  Optional<TarEntry> next() throws IOException {
    var extended = Map.<String, String>of();
    String longName = null;
    while (true) {
      skipRest();
      var header = header();
      if (header == null) {
        return Optional.empty();
      }
      switch (header.type()) {
        case 'x' -> extended = PaxRecords.parse(extension(header));
        case 'L' -> longName = text(extension(header));
        case 'K' -> extension(header);
        case 'g' -> {
          // About all files that follow, and nothing that matters here; it ends what came before.
          PaxRecords.parse(extension(header));
          extended = Map.of();
          longName = null;
        }
        default -> {
          return Optional.of(entry(header, extended, longName));
        }
      }
    }
  }

  /** The content of the member that was returned last. */
  InputStream content() {
    return new Content();
  }

  private TarEntry entry(TarHeader header, Map<String, String> extended, @Nullable String longName)
      throws IOException {
    refuseSparse(header, extended);
    var name = longName != null ? longName : extended.getOrDefault("path", header.name());
    boolean file = header.type() == '0' || header.type() == '\0' && !name.endsWith("/");
    long size = hasContent(header.type()) ? size(header, extended) : 0;
    begin(size);
    return new TarEntry(name, file, size);
  }

  private static void refuseSparse(TarHeader header, Map<String, String> extended)
      throws RefusedArchiveException {
    if (header.type() == 'S' || extended.containsKey(PaxRecords.SPARSE)) {
      throw RefusedArchiveException.damaged("sparse files in an archive are not supported");
    }
  }

  /** Links, devices, folders and pipes have none, whatever their headers say. */
  private static boolean hasContent(char type) {
    return type < '1' || type > '6';
  }

  private static long size(TarHeader header, Map<String, String> extended)
      throws RefusedArchiveException {
    var given = extended.get("size");
    if (given == null || given.isEmpty()) {
      return header.size();
    }
    try {
      long size = Long.parseLong(given);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException _) {
      // Refused below, as a negative one is.
    }
    throw RefusedArchiveException.damaged("a file in the archive has no valid size");
  }

  private byte[] extension(TarHeader header) throws IOException {
    long size = header.size();
    if (size > LONGEST_EXTENSION) {
      throw RefusedArchiveException.tooLarge(
          "an extended header in the archive is larger than " + LONGEST_EXTENSION + " bytes");
    }
    begin(size);
    var bytes = content().readAllBytes();
    if (bytes.length < size) {
      throw tooShort();
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private void begin(long size) {
    contentLeft = size;
    paddingLeft = (int) (-size & (TarBlock.SIZE - 1));
  }

  private void skipRest() throws IOException {
    if (contentLeft > 0) {
      content().transferTo(OutputStream.nullOutputStream());
    }
    // Some writers leave the padding of the last member away.
    in.readNBytes(paddingLeft);
    paddingLeft = 0;
  }

  /** The next header; null at the end, which is two blocks of zeros or simply the end. */
  private @Nullable TarHeader header() throws IOException {
    var block = block();
    if (block == null) {
      return null;
    }
    if (!zero(block)) {
      return TarHeader.of(block);
    }
    var second = block();
    if (second != null && !zero(second)) {
      throw RefusedArchiveException.damaged("a header in the archive is damaged");
    }
    return null;
  }

  private byte @Nullable [] block() throws IOException {
    var block = in.readNBytes(TarBlock.SIZE);
    if (block.length == 0) {
      return null;
    }
    if (block.length < TarBlock.SIZE) {
      throw tooShort();
    }
    return block;
  }

  private static boolean zero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static RefusedArchiveException tooShort() {
    return RefusedArchiveException.damaged("the archive ends too early");
  }

  /** See {@link #content}. */
  private final class Content extends InputStream {

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (contentLeft == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, contentLeft));
      if (read < 0) {
        throw tooShort();
      }
      contentLeft -= read;
      return read;
    }
  }
}
