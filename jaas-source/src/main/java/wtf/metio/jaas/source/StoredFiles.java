// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.source.cache.Pack;

/**
 * The wanted part of an archive that can be opened without asking another server.
 *
 * @param label names the archive in messages
 * @param digest of its bytes, which is trusted
 * @param archive opens it
 */
public record StoredFiles(String label, Digest digest, Subtree part, Opening archive)
    implements NearbyFiles {

  /** Opens an archive from its first byte. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Opens it; the caller closes it.
     *
     * @throws IOException if it is not there now
     */
    InputStream open() throws IOException;
  }

  @Override
  public String revision() {
    return part.path().isEmpty() ? digest.text() : digest.text() + ' ' + part.path();
  }

  @Override
  public Optional<SourceProblem> pack(Pack pack) {
    try (var in = archive.open()) {
      return switch (pack.unpack(in, part, ArchiveLimits.DEFAULTS)) {
        case Unpacked.Complete _ -> Optional.empty();
        case Unpacked.Refused refused -> Optional.of(Landing.refused(label, refused).problem());
      };
    } catch (IOException _) {
      return Optional.of(Landing.forNow(label + " cannot be read now").problem());
    }
  }
}
