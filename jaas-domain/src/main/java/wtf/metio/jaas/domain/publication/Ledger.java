// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.StoredArchive;

/**
 * What is remembered of a snippet between two passes.
 *
 * @param inputsDigest of everything that the current revision was made from; empty if the last pass
 *     did not get that far
 * @param archive of the current revision, as it was announced; null if nothing was published yet
 * @param history of its revisions
 */
public record Ledger(String inputsDigest, @Nullable StoredArchive archive, History history) {

  /** Nothing is known. */
  public static final Ledger EMPTY = new Ledger("", null, History.EMPTY);

  /** The archive that is announced now. */
  public Optional<StoredArchive> announced() {
    return Optional.ofNullable(archive);
  }
}
