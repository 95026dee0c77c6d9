// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wtf.metio.jaas.directory.pass.DescribedSources;
import wtf.metio.jaas.directory.pass.MountedLibraries;
import wtf.metio.jaas.directory.pass.World;
import wtf.metio.jaas.directory.status.Ready;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.ArchiveReader;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.TextEvaluator;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.RateLimit;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.work.SteppingClock;

/** A folder of manifests with all that belongs to it, in which time stands still. */
final class Town implements AutoCloseable {

  static final Duration GRACE = Duration.ofMinutes(1);

  final Path folder;
  final Path state;

  /** A day ahead of the files, so that all have stamps to rely on. */
  final SteppingClock clock = new SteppingClock(Instant.now().plus(Duration.ofDays(1)));

  final TextEvaluator evaluator = new TextEvaluator();
  final Heard heard = new Heard();
  final Path mounts;
  ArtifactStore store = new MemoryArtifactStore(clock);
  RateLimit rateLimit = RateLimit.NONE;
  DescribedSources sources =
      (_, _) ->
          new SourceFetcher.Location.Unavailable(
              new SourceFetcher.SourceProblem(
                  Reason.SOURCE_NOT_READY, "source not ready", Retry.WITH_BACKOFF));

  /** What is said of libraries. */
  Optional<String> flaw = Optional.empty();

  private ManifestDirectory directory;

  Town(Path root) throws IOException {
    folder = Files.createDirectories(root.resolve("manifests"));
    mounts = Files.createDirectories(root.resolve("mounts"));
    state = root.resolve("state");
  }

  /** The process of this moment. */
  ManifestDirectory directory() {
    if (directory == null) {
      var options = new DirectoryOptions(folder, new PlainFolder(folder), state, GRACE, 4);
      directory = ManifestDirectory.open(options, world(), heard);
    }
    return directory;
  }

  private World world() {
    var policy =
        new Policy(
            Map.of(), false, Duration.ofMinutes(5), 0, EvaluationLimits.DEFAULTS, "engine 1");
    return new World(
        policy,
        new SnippetRules(Set.of(), Set.of()),
        (source, path) -> sources.locate(source, path),
        this::own,
        new MountedLibraries(
            List.of(new MountedLibraries.Mount(mounts, new PlainFolder(mounts))), clock),
        evaluator,
        (json, _) ->
            new OutputFormatter.Formatted.Files(FileSet.of("rendered.json", json), List.of()),
        store,
        "http://store/",
        snippet -> rateLimit.take(snippet),
        files -> flaw.filter(_ -> files.paths().contains("main.libsonnet")),
        clock,
        () -> 0.5);
  }

  private SourceFetcher.Location own(
      ResourceName owner, StoredArchive archive, SourceReference reference) {
    return new SourceFetcher.Location.Found(
        archive.digest() + " " + reference.path(),
        _ -> {
          try (var content = store.open(owner, archive.revision()).orElseThrow()) {
            return new SourceFetcher.Delivery.Delivered(
                UnpackedInMemory.of(content, Subtree.of(reference.path())));
          }
        });
  }

  /** Looks at the folder and does everything that is due. */
  void settle() {
    directory().look();
    while (directory().work() > 0) {
      // What was done may have woken others.
    }
  }

  /** Lets time pass, and whatever is due meanwhile be done in its time. */
  void pass(Duration time) {
    var end = clock.instant().plus(time);
    settle();
    for (var due = directory().nextTurn();
        due.isPresent() && !due.get().isAfter(end);
        due = directory().nextTurn()) {
      clock.pass(Duration.between(clock.instant(), due.get()));
      settle();
    }
    clock.pass(Duration.between(clock.instant(), end));
    settle();
  }

  /** Ends the process and begins another one. */
  void restart() {
    close();
    directory();
  }

  @Override
  public void close() {
    try {
      if (directory != null && !directory.stop(Duration.ofSeconds(30))) {
        throw new AssertionError("a pass did not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    directory = null;
  }

  void write(String file, String... manifests) {
    try {
      var path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, String.join("\n---\n", manifests));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  static String snippet(String name, String program, String... more) {
    return """
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetSnippet
    metadata:
      name: %s
    spec:
      files:
        main.jsonnet: |
          %s
    """
            .formatted(name, program)
        + lines(more);
  }

  static String built(String name, String program, String library) {
    return snippet(name, program, "libraries:", "  - kind: JsonnetLibrary", "    name: " + library);
  }

  static String library(String name, String text) {
    return """
    apiVersion: jaas.metio.wtf/v1
    kind: JsonnetLibrary
    metadata:
      name: %s
    spec:
      files:
        main.libsonnet: |
          %s
    """
        .formatted(name, text);
  }

  /** A snippet or library that is made of what another snippet publishes. */
  static String chained(String kind, String name, String upstream) {
    return """
    apiVersion: jaas.metio.wtf/v1
    kind: %s
    metadata:
      name: %s
    spec:
      sourceRef:
        kind: ExternalArtifact
        name: %s
    """
        .formatted(kind, name, upstream);
  }

  private static String lines(String... more) {
    return more.length == 0 ? "" : "  " + String.join("\n  ", more) + "\n";
  }

  static ResourceName name(String name) {
    return new ResourceName("default", name);
  }

  SnippetStatus status(String name) {
    return directory().status(name(name)).orElseThrow();
  }

  String reason(String name) {
    return status(name).ready().map(Ready::reason).orElseThrow().text();
  }

  String message(String name) {
    return status(name).ready().map(Ready::message).orElseThrow();
  }

  /** The text that consumers find at the address in the status. */
  String published(String name) throws IOException {
    var archive = status(name).ledger().announced().orElseThrow();
    var bytes = new ByteArrayOutputStream();
    try (var content = store.open(name(name), archive.revision()).orElseThrow()) {
      content.copy(0, archive.size(), Channels.newChannel(bytes));
    }
    var files = new HashMap<String, String>();
    new ArchiveReader(ArchiveLimits.DEFAULTS)
        .read(
            new ByteArrayInputStream(bytes.toByteArray()),
            Subtree.ALL,
            (path, file) ->
                files.put(path, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    return files.get("rendered.json");
  }
}
