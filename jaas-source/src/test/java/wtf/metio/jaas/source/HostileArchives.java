// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Archives that want more memory than their bytes, as files. */
final class HostileArchives {

  private static final int BLOCK = 512;
  private static final int MEBI = 1 << 20;

  private static final Map<String, Tarballs.Members> TARS =
      Map.of(
          "a file of zeros as large as it may be", out -> file(out, "zeros", 16L * MEBI),
          "as many bytes as may be kept", out -> files(out, 4, 16L * MEBI),
          "more bytes than may be kept", out -> files(out, 5, 16L * MEBI),
          "more bytes than may be unpacked", out -> skipped(out, 40, 16L * MEBI),
          "a file without end", out -> file(out, "huge", 1L << 32),
          "as many files as there may be", out -> many(out, 50_000, 60),
          "more files than there may be", out -> many(out, 300_000, 60),
          "names that are very long", HostileArchives::longNames,
          "extended headers with very many keys", HostileArchives::manyKeys,
          "folders and links without end", out -> links(out, 500_000));

  private HostileArchives() {}

  /** Writes them into a folder; returns where each is. */
  static Map<String, Path> in(Path folder) throws IOException {
    var archives = new LinkedHashMap<String, Path>();
    for (var tar : TARS.entrySet()) {
      var file = folder.resolve("hostile-" + archives.size() + ".tar.gz");
      try (var out = gzip(file)) {
        tar.getValue().write(out);
        out.write(new byte[2 * BLOCK]);
      }
      archives.put(tar.getKey(), file);
    }
    archives.put("bytes that no compression makes smaller", random(folder.resolve("random")));
    archives.put("a gzip header without end", endlessHeader(folder.resolve("header")));
    return archives;
  }

  private static OutputStream gzip(Path file) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 64 << 10);
  }

  private static void files(OutputStream out, int count, long each) throws IOException {
    for (int i = 0; i < count; i++) {
      file(out, "f" + i, each);
    }
  }

  private static void skipped(OutputStream out, int count, long each) throws IOException {
    for (int i = 0; i < count; i++) {
      file(out, ".hidden" + i, each);
    }
  }

  private static void file(OutputStream out, String name, long size) throws IOException {
    out.write(Tarballs.header(name, size));
    var zeros = new byte[MEBI];
    // A reader that asks for more than this has gone too far already.
    for (long left = Math.min(size, 600L * MEBI); left > 0; left -= zeros.length) {
      out.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private static void many(OutputStream out, int count, int length) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write(Tarballs.header(Integer.toString(i) + "n".repeat(length), 0));
    }
  }

  private static void links(OutputStream out, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write(Tarballs.header("l" + i, i % 2 == 0 ? '2' : '5', 0));
    }
  }

  private static void longNames(OutputStream out) throws IOException {
    for (int i = 0; i < 400; i++) {
      var name = new byte[MEBI - 512];
      Arrays.fill(name, (byte) 'n');
      System.arraycopy(
          Integer.toString(1000 + i).getBytes(StandardCharsets.US_ASCII), 0, name, 0, 4);
      extension(out, 'L', name);
      out.write(Tarballs.header("short", 0));
    }
  }

  private static void manyKeys(OutputStream out) throws IOException {
    for (int i = 0; i < 100; i++) {
      var records = new StringBuilder();
      for (int key = 100_000; key < 180_000; key++) {
        records.append("11 ").append(key).append("=\n");
      }
      extension(out, 'x', records.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(Tarballs.header("f" + i, 0));
    }
  }

  private static void extension(OutputStream out, char type, byte[] content) throws IOException {
    out.write(Tarballs.header("extension", type, content.length));
    out.write(content);
    out.write(new byte[-content.length & BLOCK - 1]);
  }

  private static Path random(Path file) throws IOException {
    var random = new Random(20260101);
    var block = new byte[MEBI];
    try (var out = gzip(file)) {
      for (int i = 0; i < 4; i++) {
        out.write(Tarballs.header("r" + i, 15L * MEBI));
        for (int part = 0; part < 15; part++) {
          random.nextBytes(block);
          out.write(block);
        }
      }
      out.write(new byte[2 * BLOCK]);
    }
    return file;
  }

  private static Path endlessHeader(Path file) throws IOException {
    var name = new byte[MEBI];
    Arrays.fill(name, (byte) 'n');
    try (var out = Files.newOutputStream(file)) {
      out.write(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0});
      for (int i = 0; i < 63; i++) {
        out.write(name);
      }
    }
    return file;
  }
}
