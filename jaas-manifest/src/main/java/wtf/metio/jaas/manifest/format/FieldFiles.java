// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.publication.OutputFormatter.Formatted;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * Every field of an object as the file of its name: a text as it is, anything else as YAML if the
 * name ends like that, otherwise as JSON.
 */
final class FieldFiles {

  private static final int INDENT = 3;

  private final byte[] json;
  private final JsonCursor cursor;
  private final Map<String, byte[]> files = new TreeMap<>();

  private FieldFiles(byte[] json) {
    this.json = json;
    this.cursor = new JsonCursor(json);
  }

  static Formatted of(byte[] json) throws UnfitException {
    var files = new FieldFiles(json);
    files.read();
    return new Formatted.Files(new FileSet(files.files), List.of());
  }

  private void read() throws UnfitException {
    if (cursor.peek() != '{') {
      throw new UnfitException("format multi: the value must be an object with files as fields");
    }
    cursor.pass('{');
    while (!cursor.passIf('}')) {
      var name = cursor.string();
      cursor.pass(':');
      require(name);
      files.put(name, content(name));
      cursor.passIf(',');
    }
    if (files.isEmpty()) {
      throw new UnfitException("format multi: the value has no field, so there is no file");
    }
    for (var name : files.keySet()) {
      requireNoFolder(name);
    }
  }

  private static void require(String name) throws UnfitException {
    if (EntryName.consumable(name).filter(name::equals).isEmpty()) {
      throw new UnfitException(
          "format multi: \""
              + name
              + "\" would be dropped by consumers (allowed: [A-Za-z0-9._/-] segments, no"
              + " dot-prefixed segments, no traversal)");
    }
  }

  private void requireNoFolder(String name) throws UnfitException {
    for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
      if (files.containsKey(name.substring(0, slash))) {
        throw new UnfitException(
            "format multi: \""
                + name.substring(0, slash)
                + "\" is a file and the folder of another");
      }
    }
  }

  private byte[] content(String name) throws UnfitException {
    if (cursor.peek() == '"') {
      return cursor.string().getBytes(StandardCharsets.UTF_8);
    }
    int begin = cursor.position();
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      cursor.skip();
      return YamlDocuments.of(new JsonCursor(json, begin), cursor.passed() - begin);
    }
    cursor.skip();
    return outdented(Arrays.copyOfRange(json, begin, cursor.passed()));
  }

  /** As it would be written alone: strings never go over lines, so every line has its indent. */
  private static byte[] outdented(byte[] text) {
    var out = new ByteArrayOutputStream(text.length + 1);
    int skipped = INDENT;
    for (byte b : text) {
      if (b == ' ' && skipped < INDENT) {
        skipped++;
      } else {
        skipped = b == '\n' ? 0 : INDENT;
        out.write(b);
      }
    }
    out.write('\n');
    return out.toByteArray();
  }
}
