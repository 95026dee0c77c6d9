// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Random;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.storage.local.LocalArtifactStore;

/**
 * A store with an archive that is small and one that is large.
 *
 * @param folder that everybody may read, since servers of others run as somebody else
 * @param small the path of one of 5 kB
 * @param large the path of one of 64 MiB
 */
record StoredFiles(Path folder, String small, String large) {

  private static final ResourceName OWNER = new ResourceName("bench", "noise");

  static StoredFiles create() throws IOException {
    var folder = Files.createTempDirectory("store");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var store = LocalArtifactStore.at(folder, InstantSource.system())) {
      return new StoredFiles(folder, put(store, 5_000), put(store, 64 << 20));
    }
  }

  /** Noise, which is as large packed as it is unpacked. */
  private static String put(LocalArtifactStore store, int bytes) {
    var noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    var archive = Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
    store.put(OWNER, archive, Fence.OPEN);
    return "/" + archive.revision().path(OWNER);
  }
}
