// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.publication.Ledger;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.publication.PublishSnippet;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.publication.SharedLibraries;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.Task;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.manifest.format.JsonOutputFormatter;

/**
 * Publishes the snippets of a set to nobody. One that is suspended is rendered all the same, since
 * its author asks now. Used by one thread.
 */
final class OfflineRenderer {

  private final ManifestSet manifests;
  private final CapturedArchives archives;
  private final PublishSnippet publishing;
  private final Map<ResourceName, Rendition> made = new HashMap<>();

  /**
   * A renderer for a set.
   *
   * @throws IOException with a message for the user if the library path cannot be read
   */
  OfflineRenderer(ManifestSet manifests, OfflineSettings settings, Evaluator evaluator)
      throws IOException {
    this.manifests = manifests;
    // When something was stored shows nowhere.
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    this.archives = new CapturedArchives(clock);
    this.publishing =
        new PublishSnippet(
            settings.policy(),
            settings.rules(),
            new Ports(
                manifests,
                new LocalSources(manifests, settings.sources(), this::render),
                manifests,
                shared(settings),
                evaluator,
                new JsonOutputFormatter(),
                archives,
                (_, archive, _, _) ->
                    new Publisher.Announcement.Known(archive.revision().text(), true),
                RateLimit.NONE,
                clock));
  }

  private static SharedLibraries shared(OfflineSettings settings) {
    return new SharedLibraries.Unchanging(
        settings.libraryPath().stream().<FileTree>map(ConfinedRoot::new).toList());
  }

  /** Renders a snippet of the set; a second time it is at hand. */
  Rendition render(ResourceName name) {
    var known = made.get(name);
    if (known == null) {
      known =
          manifests
              .snippet(name)
              .map(this::render)
              .orElseGet(() -> new Rendition.Failed("there is no such snippet"));
      made.put(name, known);
    }
    return known;
  }

  private Rendition render(SnippetManifest manifest) {
    if (!manifest.violations().isEmpty()) {
      return new Rendition.Failed("its manifest is not valid");
    }
    var name = manifest.metadata().name();
    var task =
        new Task(
            new Snippet(name, awake(manifest.spec())),
            Ledger.EMPTY,
            new Tenant(name.namespace(), manifest.spec().serviceAccountName()),
            true,
            Fence.OPEN,
            Cancellation.NEVER);
    return switch (publishing.publish(task)) {
      case Pass.Synced synced -> made(name, synced.notes());
      case Pass.Failed(var reason, var message, _) ->
          new Rendition.Failed(reason.text() + ": " + message.strip());
      case Pass.Deferred(_, var message, Duration _) -> new Rendition.Failed(message);
      case Pass.Suspended _, Pass.Dropped _ ->
          throw new IllegalStateException("neither suspended nor cancelled");
    };
  }

  private Rendition made(ResourceName name, List<String> notes) {
    var archive = archives.of(name).orElseThrow();
    try {
      var files = UnpackedFiles.of(archive.bytes(), Subtree.ALL, name.toString());
      return new Rendition.Made(archive, files, notes);
    } catch (IOException unreadable) {
      return new Rendition.Failed(String.valueOf(unreadable.getMessage()));
    }
  }

  private static SnippetSpec awake(SnippetSpec spec) {
    return new SnippetSpec(
        spec.serviceAccountName(),
        spec.entryFile(),
        spec.origin(),
        spec.libraries(),
        spec.topLevelArguments(),
        spec.externalVariables(),
        spec.output(),
        spec.format(),
        false,
        spec.history(),
        spec.interval());
  }
}
