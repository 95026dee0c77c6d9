// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.imports;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Files held in memory under the exact path by which they are imported. */
public final class MemoryImporter implements Importer {

  private final Map<String, byte[]> files;

  private MemoryImporter(Map<String, byte[]> files) {
    this.files = Map.copyOf(files);
  }

  /** An importer that knows no file. */
  public static MemoryImporter empty() {
    return new MemoryImporter(Map.of());
  }

  /** An importer of texts by path. */
  public static MemoryImporter of(Map<String, String> files) {
    return new MemoryImporter(
        files.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Import load(String importedFrom, String path) {
    var content = files.get(path);
    return content == null
        ? new Import.Missing("import not available " + path)
        : new Import.Found(path, content);
  }
}
