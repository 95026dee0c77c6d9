// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.Metadata;

/** Which snippets of a set are meant. */
final class Selection {

  private Selection() {}

  /**
   * The snippets of these names, or all.
   *
   * @param names {@code [namespace/]name}; none for all
   */
  static List<SnippetManifest> of(ManifestSet set, List<String> names) throws WrongUsageException {
    if (set.snippets().isEmpty()) {
      throw new WrongUsageException("there is no JsonnetSnippet in these files");
    }
    if (names.isEmpty()) {
      return List.copyOf(set.snippets());
    }
    var selected = new ArrayList<SnippetManifest>();
    for (var name : names) {
      selected.add(one(set, name));
    }
    return selected;
  }

  private static SnippetManifest one(ManifestSet set, String name) throws WrongUsageException {
    int slash = name.indexOf('/');
    var namespace = slash < 0 ? Metadata.DEFAULT_NAMESPACE : name.substring(0, slash);
    var simple = name.substring(slash + 1);
    if (ResourceName.safe(namespace) && ResourceName.safe(simple)) {
      var exact = set.snippet(new ResourceName(namespace, simple));
      if (exact.isPresent()) {
        return exact.get();
      }
      var alike =
          set.snippets().stream()
              .filter(it -> slash < 0 && it.metadata().name().name().equals(simple))
              .toList();
      if (alike.size() == 1) {
        return alike.getFirst();
      }
    }
    throw new WrongUsageException("there is no snippet " + name + "; there are " + names(set));
  }

  /** The names of all snippets, for a message. */
  static String names(ManifestSet set) {
    return set.snippets().stream()
        .limit(10)
        .map(snippet -> snippet.metadata().name().toString())
        .collect(Collectors.joining(", ", "", set.snippets().size() > 10 ? ", ..." : ""));
  }
}
