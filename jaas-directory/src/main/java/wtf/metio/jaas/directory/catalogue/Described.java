// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.Violation;
import wtf.metio.jaas.manifest.Manifest;

/**
 * What the folder says of one object.
 *
 * @param manifest the description; of several, and of one that is gone for a moment only, the one
 *     that was known before
 * @param digest of what it means; see {@link DescriptionDigest}
 * @param flaw why it must not be followed; null if it may
 */
public record Described<M extends Manifest>(M manifest, String digest, @Nullable Violation flaw) {

  /** Why it must not be followed. */
  public Optional<Violation> problem() {
    return Optional.ofNullable(flaw);
  }

  /** The value of an annotation; empty if there is none. */
  public String annotation(String name) {
    return manifest.metadata().annotations().getOrDefault(name, "");
  }
}
