// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.util.ArrayList;
import java.util.Optional;
import wtf.metio.jaas.app.text.PercentEncoding;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Which archive a path means. */
record ArtifactAddress(ResourceName owner, Revision revision) {

  private static final int PARTS = 3;

  /**
   * Reads a path as it was sent. What is not written as an address is none: no other spelling is
   * sent to the right one.
   */
  static Optional<ArtifactAddress> of(String rawPath) {
    if (!rawPath.startsWith("/") || !rawPath.endsWith(".tar.gz")) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (var part : rawPath.substring(1).split("/", -1)) {
      var decoded = decoded(part).filter(ResourceName::safe);
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      parts.add(decoded.get());
    }
    return parts.size() == PARTS
        ? Revision.ofFileName(parts.get(2))
            .map(it -> new ArtifactAddress(new ResourceName(parts.get(0), parts.get(1)), it))
        : Optional.empty();
  }

  /** Most parts are written as they are meant. */
  private static Optional<String> decoded(String part) {
    return part.chars().allMatch(c -> c != '%' && c < 0x80)
        ? Optional.of(part)
        : PercentEncoding.decodePath(part);
  }
}
