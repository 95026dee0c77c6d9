// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.source.FileProof;
import wtf.metio.jaas.domain.source.FileRead;

/**
 * What was found at a path, and what stays the same until it is not true any more: of a file its
 * own stamp; of a missing one that of the folder where it would be or begin, since whoever makes
 * something in a folder changes that.
 *
 * <p>The content is not kept for its own sake. As long as somebody else does, such as a cache of
 * compiled programs, it need not be read again.
 */
final class Sighting implements FileProof {

  private final Path place;
  private final Stamp stamp;
  private final @Nullable FileRead noFile;
  private final WeakReference<byte @Nullable []> content;

  private Sighting(Path place, Stamp stamp, @Nullable FileRead noFile, byte @Nullable [] content) {
    this.place = place;
    this.stamp = stamp;
    this.noFile = noFile;
    this.content = new WeakReference<>(content);
  }

  /** Has found a file. */
  static Sighting ofFile(Path file, Stamp stamp, byte[] content) {
    return new Sighting(file, stamp, null, content);
  }

  /**
   * Has found something else.
   *
   * @param folder up to which the path could be walked
   */
  static Sighting ofNoFile(Path folder, Stamp stamp, FileRead answer) {
    return new Sighting(folder, stamp, answer, null);
  }

  boolean isFile() {
    return noFile == null;
  }

  /** What was found; null if its content is not there any more, or is too large. */
  @Nullable FileRead answer(long maxBytes) {
    if (noFile != null) {
      return noFile;
    }
    var bytes = content.get();
    return bytes != null && bytes.length <= maxBytes ? new FileRead.Content(bytes) : null;
  }

  @Override
  public boolean holds() {
    return stamp.equals(Stamp.of(place));
  }
}
