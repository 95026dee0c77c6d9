// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Which snippets are made of what. */
final class Users {

  private final Map<ResourceName, Set<ResourceName>> ofLibraries = new HashMap<>();
  private final Map<String, Set<ResourceName>> ofSources = new HashMap<>();

  private Users() {}

  static Users in(Catalogue catalogue) {
    var users = new Users();
    catalogue
        .snippets()
        .forEach(
            (name, described) -> {
              var spec = described.manifest().spec();
              users.source(spec.origin(), name, name);
              for (var reference : spec.libraries()) {
                var library = reference.target(name);
                users.ofLibraries.computeIfAbsent(library, _ -> new HashSet<>()).add(name);
                catalogue
                    .ofLibrary(library)
                    .ifPresent(origin -> users.source(origin, library, name));
              }
            });
    return users;
  }

  Set<ResourceName> ofLibrary(ResourceName library) {
    return ofLibraries.getOrDefault(library, Set.of());
  }

  Set<ResourceName> ofSource(String source) {
    return ofSources.getOrDefault(source, Set.of());
  }

  private void source(Origin origin, ResourceName referrer, ResourceName user) {
    if (origin instanceof Origin.Referenced(var reference)) {
      var key = Catalogue.sourceKey(reference.kind(), reference.target(referrer));
      ofSources.computeIfAbsent(key, _ -> new HashSet<>()).add(user);
    }
  }
}
