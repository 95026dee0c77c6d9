// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Keeps published archives, so that others can fetch them by address.
 *
 * <p>An archive is known by its owner and its revision. It is never changed: what {@link #put} once
 * announced has the same bytes until it is removed. Stores know nothing of history or grace; who
 * removes what and when is decided by {@link History}.
 *
 * <p>Calls for different owners run side by side; calls for one owner are put in order here.
 * Several processes may use one store. After {@link #close} every method throws {@link
 * IllegalStateException}.
 *
 * <p>Every method may throw {@link StoreUnavailableException}; then nothing that was visible before
 * is lost and the call may be repeated. Every implementation passes {@code ArtifactStoreContract}.
 */
public interface ArtifactStore extends AutoCloseable {

  /**
   * Stores an archive.
   *
   * <p>Nobody ever sees a part of one. If this returns, the bytes survive the loss of power. If the
   * revision is there already, its bytes are checked against the digest recorded with them and
   * stay; damaged ones are replaced by these, and bytes whose digest nobody recorded are adopted if
   * they unpack to the same content.
   *
   * @param fence asked right before the archive becomes visible
   * @return what is stored now; its digest is that of the bytes that are served, which need not be
   *     those of this archive
   * @throws FencedException if the fence was closed; nothing became visible
   */
  StoredArchive put(ResourceName owner, Archive archive, Fence fence);

  /** What is known of a stored archive without reading it; empty if there is none. */
  Optional<StoredArchive> find(ResourceName owner, Revision revision);

  /** Opens an archive; empty if there is none. To be closed by the caller. */
  Optional<StoredContent> open(ResourceName owner, Revision revision);

  /**
   * Whether the stored bytes are those that were recorded; reads them all. An archive that is not
   * there is not sound.
   */
  boolean isSound(ResourceName owner, Revision revision);

  /** The archives of an owner, in no order. Whatever else lies there is not ours and not listed. */
  List<StoredArchive> list(ResourceName owner);

  /**
   * Whether an archive carries the name of this installation. It does if a store that was given one
   * wrote the archive; never if there is no name or no archive.
   */
  default boolean isOurs(ResourceName owner, Revision revision) {
    return false;
  }

  /** Everybody who has at least one archive. */
  List<ResourceName> owners();

  /** Removes an archive. One that is not there is no error. */
  void remove(ResourceName owner, Revision revision);

  /** Removes all archives of an owner, and nothing else that may lie there. */
  void removeAll(ResourceName owner);

  /**
   * Removes what interrupted writes left behind.
   *
   * @param age younger leftovers may belong to a write that goes on
   * @return how many were removed
   */
  int sweep(Duration age);

  /** Whether archives could be stored now. Writes and removes a small probe. */
  StoreHealth probe();

  @Override
  void close();
}
