// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.publication.LibraryFinder;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.publication.Publisher;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.SourceFetcher;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase.Name;
import wtf.metio.jaas.operator.resource.SnippetResource;

/** Watches one pass through the ports that it uses. For one thread. */
public final class Observation {

  private static final int NOTHING = -1;

  private final SnippetResource snippet;
  private final Ports ports;
  private final LibraryFindings findings;
  private final long begun = System.nanoTime();
  private final Map<Name, PassPhase> phases = new EnumMap<>(Name.class);
  private final Map<ResourceName, String> located = new HashMap<>();
  private long renderedBytes = NOTHING;
  private int files = NOTHING;
  private List<String> warnings = List.of();
  private List<String> messages = List.of();
  private @Nullable EvaluationUsage usage;

  /**
   * A pass that begins now.
   *
   * @param snippet as it is judged
   */
  public Observation(SnippetResource snippet, Ports ports, LibraryFindings findings) {
    this.snippet = snippet;
    this.ports = ports;
    this.findings = findings;
  }

  /** The ports, watched. */
  public Ports ports() {
    return new Ports(
        ports.dependencies(),
        this::locate,
        this::find,
        ports.shared(),
        new Watched(),
        this::format,
        ports.store(),
        this::announce,
        ports.rateLimit(),
        ports.clock());
  }

  /** Whether the program had a value. */
  public boolean hasRendered() {
    return renderedBytes != NOTHING;
  }

  /** The size of that value. */
  public long renderedBytes() {
    return renderedBytes;
  }

  /** Whether an evaluation was asked for. */
  public boolean hasBegunToEvaluate() {
    return phases.containsKey(Name.EVALUATE);
  }

  /** Warnings about the form of the output. */
  public List<String> warnings() {
    return warnings;
  }

  /** What the program wrote. */
  public List<String> messages() {
    return messages;
  }

  /** What was seen, now that the pass has ended. */
  public PassTrace trace(Pass pass) {
    // Where a source is was looked up by us; only now it is sure that the tenant may know.
    if (pass instanceof Pass.Synced) {
      located.forEach(findings::located);
    }
    var spec = snippet.snippet().spec();
    return new PassTrace(
        snippet.name(),
        begun,
        snippet.object(),
        spec.origin() instanceof Origin.Inline,
        spec.origin() instanceof Origin.Inline(var inline) ? inline.count() : files,
        spec.libraries().size(),
        renderedBytes,
        usage,
        pass,
        new ArrayList<>(phases.values()));
  }

  private <T> T timed(Name name, Supplier<T> work) {
    long began = phases.containsKey(name) ? phases.get(name).begun() : System.nanoTime();
    phases.putIfAbsent(name, new PassPhase(name, began, Duration.ZERO));
    try {
      return work.get();
    } finally {
      phases.put(name, new PassPhase(name, began, Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private SourceFetcher.Location locate(
      SourceReference reference, ResourceName referrer, Tenant tenant) {
    boolean own = referrer.equals(snippet.name());
    var name = own ? Name.RESOLVE_SOURCE : Name.RESOLVE_LIBRARIES;
    var location = timed(name, () -> ports.sources().locate(reference, referrer, tenant));
    return switch (location) {
      case SourceFetcher.Location.Found(var revision, var download) -> {
        if (!own) {
          located.put(referrer, revision);
        }
        yield new SourceFetcher.Location.Found(
            revision, cancellation -> fetch(name, referrer, download, cancellation));
      }
      case SourceFetcher.Location.Unavailable(var problem) -> {
        missed(own, referrer, problem);
        yield location;
      }
    };
  }

  private SourceFetcher.Delivery fetch(
      Name name,
      ResourceName referrer,
      SourceFetcher.Download download,
      Cancellation cancellation) {
    boolean own = name == Name.RESOLVE_SOURCE;
    var delivery = timed(name, () -> download.fetch(cancellation));
    switch (delivery) {
      case SourceFetcher.Delivery.Delivered(var tree) -> files = own ? tree.paths().size() : files;
      case SourceFetcher.Delivery.Undelivered(var problem) -> missed(own, referrer, problem);
    }
    return delivery;
  }

  private void missed(boolean own, ResourceName library, SourceFetcher.SourceProblem problem) {
    if (!own) {
      findings.missed(library, problem);
    }
  }

  private LibraryFinder.Lookup find(ResourceName library, Tenant tenant) {
    return timed(Name.RESOLVE_LIBRARIES, () -> ports.libraries().find(library, tenant));
  }

  private OutputFormatter.Formatted format(byte[] json, Format format) {
    renderedBytes = json.length;
    var formatted = ports.formatter().format(json, format);
    if (formatted instanceof OutputFormatter.Formatted.Files(_, var notes)) {
      warnings = notes;
    }
    return formatted;
  }

  private Publisher.Announcement announce(
      Snippet published, StoredArchive archive, Tenant tenant, Fence fence) {
    return timed(Name.PUBLISH, () -> ports.publisher().announce(published, archive, tenant, fence));
  }

  /** The evaluator, watched. It belongs to somebody else, who closes it. */
  private final class Watched implements Evaluator {

    @Override
    public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
      var evaluation =
          timed(Name.EVALUATE, () -> ports.evaluator().evaluate(request, cancellation));
      switch (evaluation) {
        case Evaluation.Rendered rendered -> {
          usage = rendered.usage();
          messages = rendered.messages();
        }
        case Evaluation.Failed failed -> usage = failed.usage();
        case Evaluation.TimedOut timedOut -> usage = timedOut.usage();
        case Evaluation.Cancelled cancelled -> usage = cancelled.usage();
        case Evaluation.Refused _ -> {}
      }
      return evaluation;
    }

    @Override
    public void close() {
      // Its owner does.
    }
  }
}
