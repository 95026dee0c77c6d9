// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.kube.ObjectNames;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Where the API server serves the sources that a reference can name. */
final class SourceKinds {

  private static final Map<String, String> PLURALS =
      Map.of(
          "GitRepository",
          "gitrepositories",
          "OCIRepository",
          "ocirepositories",
          "Bucket",
          "buckets",
          SourceReference.EXTERNAL_ARTIFACT,
          "externalartifacts");
  private static final Pattern VERSION = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private SourceKinds() {}

  /** The kind that a reference names, in the version it names; empty if there cannot be one. */
  static Optional<ResourceType> of(SourceReference reference) {
    var words = reference.apiVersion().split("/", -1);
    var plural = Optional.ofNullable(PLURALS.get(reference.kind()));
    return words.length == 2
            && ObjectNames.isPossible(words[0])
            && VERSION.matcher(words[1]).matches()
        ? plural.map(name -> new ResourceType(words[0], words[1], name, reference.kind()))
        : Optional.empty();
  }

  /** Whether the watches see the very objects that a reference means. */
  static boolean isWatched(SourceReference reference) {
    return reference.apiVersion().equals(SourceReference.DEFAULT_API_VERSION);
  }
}
