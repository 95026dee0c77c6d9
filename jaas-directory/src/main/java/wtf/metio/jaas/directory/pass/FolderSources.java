// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.function.Supplier;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Described;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.Manifest.SourceManifest;

/** Sources as the folder describes them, and what its own snippets publish. */
final class FolderSources implements SourceFetcher {

  private final Supplier<Catalogue> catalogue;
  private final DescribedSources described;
  private final OwnArtifacts own;

  FolderSources(Supplier<Catalogue> catalogue, DescribedSources described, OwnArtifacts own) {
    this.catalogue = catalogue;
    this.described = described;
    this.own = own;
  }

  @Override
  public Location locate(SourceReference reference, ResourceName referrer, Tenant tenant) {
    var now = catalogue.get();
    var target = reference.target(referrer);
    var source = now.source(reference, referrer);
    if (source.isPresent()) {
      return locate(source.get(), reference);
    }
    if (reference.kind().equals(SourceReference.EXTERNAL_ARTIFACT)
        && now.snippet(target).isPresent()) {
      return own.locate(target, reference);
    }
    return new Location.Unavailable(
        new SourceProblem(
            Reason.SOURCE_FETCH_FAILED,
            reference.kind() + ' ' + target + " is not described",
            Retry.SLOWLY));
  }

  private Location locate(Described<SourceManifest> source, SourceReference reference) {
    return source
        .problem()
        .<Location>map(
            flaw ->
                new Location.Unavailable(
                    new SourceProblem(Reason.SOURCE_FETCH_FAILED, flaw.message(), Retry.SLOWLY)))
        .orElseGet(() -> described.locate(source.manifest(), reference.path()));
  }
}
