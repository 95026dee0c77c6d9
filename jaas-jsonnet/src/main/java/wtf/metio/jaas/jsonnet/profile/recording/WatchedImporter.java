// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;

/** Knows the files of an evaluation, and brings them with a look at the clock. */
final class WatchedImporter implements Importer {

  private final Importer importer;
  private final Recorder recorder;
  private final SequencedMap<String, WatchedFile> files = new LinkedHashMap<>();
  private final Map<Reference, Tally> imports = new HashMap<>();

  /** An import as it is written. */
  private record Reference(String from, String path) {}

  WatchedImporter(Importer importer, Recorder recorder) {
    this.importer = importer;
    this.recorder = recorder;
  }

  @Override
  public Import load(String importedFrom, String path) {
    // Which file it is shows only when it is there.
    var reading = new WatchedFile(path).reading;
    recorder.enter(reading);
    var answer = importer.load(importedFrom, path);
    recorder.exit();
    var file = file(answer instanceof Import.Found found ? found.foundAt() : path);
    file.reading.add(reading);
    if (answer instanceof Import.Found found) {
      file.hasBytes(found.content().length);
    }
    file.importedBy(counting(importedFrom, path));
    return answer;
  }

  /** The file that is known by a path. */
  WatchedFile file(String path) {
    return files.computeIfAbsent(path, WatchedFile::new);
  }

  /** The file that is known by a path and shows under a name of its own. */
  WatchedFile file(String path, String name) {
    return files.computeIfAbsent(path, _ -> new WatchedFile(name));
  }

  /** Counts an import as it is written, wherever it leads. */
  Tally counting(String from, String path) {
    return imports.computeIfAbsent(new Reference(from, path), _ -> new Tally());
  }

  /** All files, in the order in which they were first heard of. */
  Iterable<WatchedFile> files() {
    return files.values();
  }
}
