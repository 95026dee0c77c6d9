// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;

/**
 * Notices changes outside of manifests: of libraries on this machine, and of sources that lie
 * there. For one thread.
 */
final class LooksAround {

  private final World world;
  private final Map<String, String> sources = new HashMap<>();
  private String mounts;

  LooksAround(World world) {
    this.world = world;
    this.mounts = world.shared().revision();
  }

  /** The snippets for which something changed since the last look. */
  Set<ResourceName> at(Catalogue catalogue) {
    var touched = new HashSet<ResourceName>();
    var mountsNow = world.shared().revision();
    if (!mountsNow.equals(mounts)) {
      mounts = mountsNow;
      touched.addAll(catalogue.snippets().keySet());
    }
    for (var source : catalogue.sources()) {
      if (!source.url().contains("://") && isDifferent(source)) {
        touched.addAll(catalogue.usersOf(source));
      }
    }
    return touched;
  }

  private boolean isDifferent(SourceManifest source) {
    var now =
        switch (world.sources().locate(source, "")) {
          case SourceFetcher.Location.Found(var revision, _) -> revision;
          case SourceFetcher.Location.Unavailable(var problem) -> problem.message();
        };
    return !now.equals(sources.put(source.kind() + ' ' + source.metadata().name(), now));
  }
}
