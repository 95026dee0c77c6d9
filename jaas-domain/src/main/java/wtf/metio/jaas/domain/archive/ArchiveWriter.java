// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * Writes files as a {@code .tar.gz} that depends on nothing but the files.
 *
 * <p>Files alone, in the order of the bytes of their names, with mode 0644, without owner and time.
 * The tar within is the same on every runtime; how it is compressed is up to the JDK.
 */
public final class ArchiveWriter {

  private static final int MODE = 0644;
  private static final char FILE = '0';
  private static final char EXTENDED = 'x';

  private final OutputStream out;

  private ArchiveWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes an archive.
   *
   * @param out left open
   * @throws IllegalArgumentException if a name may not be written, see {@link EntryName#writable}
   */
  public static void write(FileSet files, OutputStream out) throws IOException {
    var gzip = new GZIPOutputStream(out);
    writeTar(files, gzip);
    gzip.finish();
  }

  /** As {@link #write}, without the compression. */
  static void writeTar(FileSet files, OutputStream out) throws IOException {
    var writer = new ArchiveWriter(out);
    for (var file : files.entries()) {
      writer.file(file);
    }
    out.write(new byte[2 * TarBlock.SIZE]);
  }

  private void file(Map.Entry<String, byte[]> file) throws IOException {
    var name = file.getKey();
    var content = file.getValue();
    if (!EntryName.writable(name)) {
      throw new IllegalArgumentException("not a name for a file in an archive: " + name);
    }
    var split = TarName.split(name);
    if (split.isPresent()) {
      header(split.get().name(), FILE, MODE, content, split.get().prefix());
    } else {
      var record = paxRecord("path", name);
      out.write(new TarBlock(TarName.ofExtension(name), EXTENDED, 0, record.length).bytes());
      padded(record);
      header(TarName.shortened(name), FILE, MODE, content, "");
    }
    padded(content);
  }

  private void header(String name, char type, int mode, byte[] content, String prefix)
      throws IOException {
    out.write(new TarBlock(name, type, mode, content.length).ofFile(prefix).bytes());
  }

  private void padded(byte[] content) throws IOException {
    out.write(content);
    out.write(new byte[-content.length & (TarBlock.SIZE - 1)]);
  }

  /** A line that begins with its own length in bytes. */
  private static byte[] paxRecord(String key, String value) {
    var rest = " " + key + "=" + value + "\n";
    int restLength = rest.getBytes(StandardCharsets.UTF_8).length;
    int length = restLength;
    while (length != restLength + Integer.toString(length).length()) {
      length = restLength + Integer.toString(length).length();
    }
    return (length + rest).getBytes(StandardCharsets.UTF_8);
  }
}
