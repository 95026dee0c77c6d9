// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.List;
import wtf.metio.jaas.directory.folder.FileStamp;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.manifest.Manifest;

/**
 * What is remembered of a file.
 *
 * @param settled whether its stamp would show any change
 * @param content of the file when it was read
 * @param objects that it describes, and those it described before if it cannot be read any more
 * @param problems a line each
 * @param understood whether nobody else can be described in it
 */
record ShelvedFile(
    FileStamp stamp,
    boolean settled,
    Digest content,
    List<Shelved> objects,
    List<String> problems,
    boolean understood) {

  /** An object in a file. */
  record Shelved(Identity identity, Manifest manifest, String digest) {
    static Shelved of(Manifest manifest) {
      return new Shelved(Identity.of(manifest), manifest, DescriptionDigest.of(manifest));
    }
  }

  ShelvedFile {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  /** The same content, seen again. */
  ShelvedFile seen(FileStamp now, boolean isSettled) {
    return new ShelvedFile(now, isSettled, content, objects, problems, understood);
  }
}
