// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.function.Supplier;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Described;
import wtf.metio.jaas.domain.publication.LibraryFinder;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.Manifest.LibraryManifest;

/** The libraries that the folder describes. */
record FolderLibraries(Supplier<Catalogue> catalogue) implements LibraryFinder {

  @Override
  public Lookup find(ResourceName library, Tenant tenant) {
    return catalogue
        .get()
        .library(library)
        .map(FolderLibraries::lookup)
        .orElseGet(Lookup.Absent::new);
  }

  private static Lookup lookup(Described<LibraryManifest> described) {
    return described
        .problem()
        .<Lookup>map(
            flaw ->
                new Lookup.Unavailable(
                    flaw.reason(),
                    "JsonnetLibrary \""
                        + described.manifest().metadata().name().name()
                        + "\" in \""
                        + described.manifest().metadata().name().namespace()
                        + "\": "
                        + flaw.message(),
                    Retry.SLOWLY))
        .orElseGet(() -> new Lookup.Found(described.manifest().origin(), Permission.GRANTED));
  }
}
