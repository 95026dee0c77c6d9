// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.MemorySource;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;

/**
 * Sources on this machine: folders and archives that the user names for them, relative paths in
 * their manifests, and what the snippets of the same files publish.
 */
final class LocalSources implements SourceFetcher {

  private final ManifestSet manifests;
  private final Map<String, String> named;
  private final Function<ResourceName, Rendition> published;

  /**
   * Sources for the snippets of a set.
   *
   * @param named folders and archives by {@code [kind/][namespace/]name}
   * @param published renders a snippet that is the source of another
   */
  LocalSources(
      ManifestSet manifests,
      Map<String, String> named,
      Function<ResourceName, Rendition> published) {
    this.manifests = manifests;
    this.named = named;
    this.published = published;
  }

  @Override
  public Location locate(SourceReference reference, ResourceName referrer, Tenant tenant) {
    var target = reference.target(referrer);
    var place = place(reference, referrer, target);
    if (place.isPresent()) {
      return found(place.get(), reference);
    }
    if (reference.kind().equals(SourceReference.EXTERNAL_ARTIFACT)
        && manifests.snippet(target).isPresent()) {
      return switch (published.apply(target)) {
        case Rendition.Made made -> archive(made.archive().bytes(), reference);
        case Rendition.Failed failed -> unavailable(target + ": " + failed.message());
      };
    }
    return unavailable(
        reference.kind()
            + ' '
            + target
            + " is not on this machine; say where its files are with --source "
            + target.name()
            + "=DIR");
  }

  private Optional<Path> place(
      SourceReference reference, ResourceName referrer, ResourceName target) {
    for (var name :
        new String[] {
          reference.kind() + '/' + target,
          target.toString(),
          reference.kind() + '/' + target.name(),
          target.name()
        }) {
      if (named.containsKey(name)) {
        return Optional.of(Path.of(named.get(name)));
      }
    }
    return manifests
        .source(reference, referrer)
        .filter(source -> !source.manifest().url().isEmpty())
        .filter(source -> !source.manifest().url().contains("://"))
        .flatMap(source -> relative(source));
  }

  private static Optional<Path> relative(ManifestSet.LocatedSource source) {
    try {
      return Optional.of(source.folder().resolve(source.manifest().url()).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Location found(Path place, SourceReference reference) {
    try {
      return archive(PackedSource.archive(place, Subtree.of(reference.path())), reference);
    } catch (IOException problem) {
      return unavailable(reference.kind() + ' ' + reference.name() + ": " + problem.getMessage());
    }
  }

  private static Location archive(byte[] bytes, SourceReference reference) {
    var wanted = Subtree.of(reference.path());
    var label = reference.kind() + ' ' + reference.name();
    return new Location.Found(
        Digest.of(bytes).text() + ' ' + wanted.path(),
        _ -> {
          try {
            return new Delivery.Delivered(
                MemorySource.of(label, UnpackedFiles.of(bytes, wanted, label)));
          } catch (IOException problem) {
            return new Delivery.Undelivered(problem(String.valueOf(problem.getMessage())));
          }
        });
  }

  private static Location unavailable(String message) {
    return new Location.Unavailable(problem(message));
  }

  private static SourceProblem problem(String message) {
    return new SourceProblem(Reason.SOURCE_FETCH_FAILED, message, Retry.SLOWLY);
  }
}
