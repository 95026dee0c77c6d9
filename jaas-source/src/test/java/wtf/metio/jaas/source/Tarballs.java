// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import wtf.metio.jaas.domain.archive.ArchiveWriter;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.source.FileSet;

/** Archives for tests. */
final class Tarballs {

  private static final int BLOCK = 512;

  private Tarballs() {}

  static byte[] of(String... namesAndContents) {
    var texts = new TreeMap<String, String>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      texts.put(namesAndContents[i], namesAndContents[i + 1]);
    }
    return of(FileSet.ofTexts(texts));
  }

  static byte[] of(FileSet files) {
    var out = new ByteArrayOutputStream();
    try {
      ArchiveWriter.write(files, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One file that no compression makes smaller. */
  static byte[] random(int size, long seed) {
    var content = new byte[size];
    new Random(seed).nextBytes(content);
    return of(new FileSet(Map.of("random.bin", content)));
  }

  /** Two files of one name. */
  static byte[] ambiguous() {
    return gzip(
        out -> {
          out.write(header("a", 0));
          out.write(header("a", 0));
        });
  }

  /** Many files without content. */
  static byte[] many(int files) {
    return gzip(
        out -> {
          for (int i = 0; i < files; i++) {
            out.write(header("f" + i, 0));
          }
        });
  }

  /** Files of zeros, which take next to no room as long as they are packed. */
  static byte[] zeros(int files, long each) {
    return gzip(
        out -> {
          var block = new byte[1 << 20];
          for (int i = 0; i < files; i++) {
            out.write(header("z" + i, each));
            for (long left = each; left > 0; left -= block.length) {
              out.write(block, 0, (int) Math.min(left, block.length));
            }
            out.write(block, 0, (int) (-each & BLOCK - 1));
          }
        });
  }

  static String digest(byte[] archive) {
    return Digest.of(archive).text();
  }

  /** Writes the members of a tar. */
  interface Members {

    void write(OutputStream out) throws IOException;
  }

  static byte[] gzip(Members members) {
    var bytes = new ByteArrayOutputStream();
    try (var out =
        new GZIPOutputStream(bytes, 8192) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      members.write(out);
      out.write(new byte[2 * BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] header(String name, long size) {
    return header(name, '0', size);
  }

  static byte[] header(String name, char type, long size) {
    var block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, "0000644\0");
    put(block, 124, octal(size, 11));
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 257, "ustar\00000");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, octal(sum, 6) + "\0 ");
    return block;
  }

  private static String octal(long value, int width) {
    var digits = Long.toOctalString(value);
    return "0".repeat(width - digits.length()) + digits;
  }

  private static void put(byte[] block, int offset, String text) {
    for (int i = 0; i < text.length(); i++) {
      block[offset + i] = (byte) text.charAt(i);
    }
  }
}
