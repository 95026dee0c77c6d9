// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

import java.util.Optional;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.schema.SourceKinds;
import wtf.metio.jaas.operator.kube.ObjectNames;
import wtf.metio.jaas.operator.kube.ResourceType;

/** Where the API server serves the sources that a reference can name. */
final class SourceTypes {

  private static final Pattern VERSION = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private SourceTypes() {}

  /** The kind that a reference names, in the version it names; empty if there cannot be one. */
  static Optional<ResourceType> of(SourceReference reference) {
    var kind = reference.kind();
    var words = reference.apiVersion().split("/", -1);
    return SourceKinds.ALL.contains(kind)
            && words.length == 2
            && ObjectNames.isPossible(words[0])
            && VERSION.matcher(words[1]).matches()
        ? Optional.of(
            new ResourceType(words[0], words[1], ResourceType.source(kind).plural(), kind))
        : Optional.empty();
  }

  /** Whether the watches see the very objects that a reference means. */
  static boolean isWatched(SourceReference reference) {
    return reference.apiVersion().equals(SourceReference.DEFAULT_API_VERSION);
  }
}
