// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;

/**
 * A small world in memory around {@link PublishSnippet}. Its evaluator takes the text of a program
 * for its value; {@code error} fails, {@code deep} fails far down, {@code slow} is late, {@code
 * busy} is refused.
 */
final class PublicationFixture
    implements SourceFetcher, LibraryFinder, Publisher, Dependencies, Evaluator, SharedLibraries {

  static final ResourceName NAME = new ResourceName("team", "dash");
  static final Duration GRACE = Duration.ofMinutes(5);
  private static final Tenant TENANT = new Tenant("team", "renderer");

  final Map<String, FileSet> sources = new HashMap<>();
  final Map<ResourceName, Origin> libraries = new HashMap<>();
  final Map<ResourceName, Edges> snippets = new HashMap<>();
  final List<StoredArchive> announced = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  final MemoryArtifactStore store =
      new MemoryArtifactStore(InstantSource.system().withZone(ZoneOffset.UTC));
  String mounts = "1";
  int evaluations;
  int downloads;
  boolean foreignArtifact;
  LibraryFinder.Permission permission = LibraryFinder.Permission.GRANTED;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Pass publish(SnippetSpec spec, Ledger before) {
    return publish(spec, before, Fence.OPEN, false);
  }

  Pass publish(SnippetSpec spec, Ledger before, Fence fence, boolean forced) {
    var policy =
        new Policy(
            Map.of("cluster", "blue"), false, GRACE, 0, EvaluationLimits.DEFAULTS, "engine 1");
    var rules = new SnippetRules(Set.of("cluster"), Set.of("mounted"));
    snippets.put(NAME, new Edges(spec.origin(), spec.libraries()));
    return new PublishSnippet(policy, rules, ports())
        .publish(
            new Task(new Snippet(NAME, spec), before, TENANT, forced, fence, Cancellation.NEVER));
  }

  private Ports ports() {
    return new Ports(
        this,
        this,
        this,
        this,
        this,
        (json, format) ->
            new OutputFormatter.Formatted.Files(FileSet.of("rendered.json", json), List.of()),
        store,
        this,
        RateLimit.NONE,
        clock);
  }

  static SourceReference repository(String path) {
    return new SourceReference(
        SourceReference.DEFAULT_API_VERSION, "GitRepository", "repo", null, path);
  }

  @Override
  public Location locate(SourceReference reference, ResourceName referrer, Tenant tenant) {
    var files = sources.get(reference.name());
    if (files == null) {
      return new Location.Unavailable(
          new SourceProblem(Reason.SOURCE_NOT_READY, "source not ready", Retry.WITH_BACKOFF));
    }
    return new Location.Found(
        Revision.ofFiles(files).text(),
        _ -> {
          downloads++;
          return new Delivery.Delivered(MemorySource.of("source", files));
        });
  }

  @Override
  public Lookup find(ResourceName library, Tenant tenant) {
    return Optional.ofNullable(libraries.get(library))
        .<Lookup>map(origin -> new Lookup.Found(origin, permission))
        .orElseGet(Lookup.Absent::new);
  }

  @Override
  public Announcement announce(Snippet snippet, StoredArchive archive, Tenant tenant, Fence fence) {
    if (foreignArtifact) {
      return new Announcement.Refused(Reason.INVALID_SPEC, "not ours", Retry.SLOWLY);
    }
    boolean known = !announced.isEmpty() && announced.getLast().equals(archive);
    if (!known) {
      announced.add(archive);
    }
    return new Announcement.Known(
        "http://store/" + archive.revision().path(snippet.name()), !known);
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return Optional.ofNullable(snippets.get(snippet));
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return Optional.ofNullable(libraries.get(library));
  }

  @Override
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
    evaluations++;
    var program = request.program();
    var read = program.home().read(program.entry(), request.limits().maxSourceBytes());
    var bytes = ((FileRead.Content) read).bytes();
    var usage = EvaluationUsage.ofTime(Duration.ZERO);
    return switch (new String(bytes, StandardCharsets.UTF_8)) {
      case "error" ->
          new Evaluation.Failed(
              FailureReason.RUNTIME, "RUNTIME ERROR: broken", program.label(), usage, List.of());
      case "deep" ->
          new Evaluation.Failed(
              FailureReason.LIMIT, "RUNTIME ERROR: too deep", deepTrace(), usage, List.of());
      case "slow" -> new Evaluation.TimedOut(request.limits().timeout(), usage);
      case "busy" -> new Evaluation.Refused(16, Duration.ofSeconds(1));
      case "large" ->
          new Evaluation.Failed(
              FailureReason.LIMIT,
              "RUNTIME ERROR: the output is larger than 5 bytes",
              "",
              usage,
              List.of());
      default -> new Evaluation.Rendered(new Document(bytes), usage, List.of("traced"));
    };
  }

  private static String deepTrace() {
    return IntStream.rangeClosed(1, 500)
        .mapToObj(line -> "team/dash/main.jsonnet:" + line + ":1-9 function <f>")
        .collect(Collectors.joining("\n"));
  }

  @Override
  public List<FileTree> searchPath() {
    return List.of();
  }

  @Override
  public String revision() {
    return mounts;
  }

  @Override
  public void close() {
    // Nothing runs.
  }
}
