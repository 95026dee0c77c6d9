// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase;
import wtf.metio.jaas.operator.reconcile.observation.PassPhase.Name;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;

/** Makes the spans of passes over snippets that have ended. */
final class PassSpans {

  private static final String PASS = "JsonnetSnippet.Reconcile";
  private static final String REASON = "jaas.reason";

  private final Tracer tracer;
  private final Outbox outbox;
  private final InstantSource clock;

  PassSpans(Tracer tracer, Outbox outbox, InstantSource clock) {
    this.tracer = tracer;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Records a pass if it is sampled and there is room. */
  void record(PassTrace trace) {
    var took = Duration.ofNanos(System.nanoTime() - trace.begun());
    var time = Timeline.at(clock.instant());
    var span = time.start(tracer.spanBuilder(PASS).setNoParent(), trace.begun());
    var phases = phases(trace);
    // A span that is never ended is nothing but garbage.
    if (span.isRecording() && outbox.admits(1 + phases.size())) {
      describe(span, trace);
      var failing = failing(trace, phases);
      for (var phase : phases) {
        boolean failed = failing.filter(phase::equals).isPresent();
        record(phase, trace, Context.root().with(span), time, failed);
      }
      time.end(span, trace.begun(), took);
    }
  }

  /** Files in the description are resolved in no time. */
  private static List<PassPhase> phases(PassTrace trace) {
    var phases = new ArrayList<>(trace.phases());
    if (trace.inline() && !phases.isEmpty()) {
      phases.addFirst(new PassPhase(Name.RESOLVE_SOURCE, trace.begun(), Duration.ZERO));
    }
    return phases;
  }

  private void record(
      PassPhase phase, PassTrace trace, Context parent, Timeline time, boolean failed) {
    var span = time.start(tracer.spanBuilder(phase.name().text()).setParent(parent), phase.begun());
    switch (phase.name()) {
      case RESOLVE_SOURCE -> source(span, trace);
      case RESOLVE_LIBRARIES -> span.setAttribute("jaas.library.count", trace.libraries());
      case EVALUATE -> evaluation(span, trace);
      case PUBLISH -> publication(span, trace);
    }
    if (failed && trace.pass() instanceof Pass.Failed(var reason, _, var retry)) {
      span.setAttribute(REASON, reason.text());
      span.setStatus(StatusCode.ERROR);
      if (phase.name() == Name.RESOLVE_SOURCE) {
        span.setAttribute("jaas.transient", retry == Retry.WITH_BACKOFF);
      }
    }
    time.end(span, phase.begun(), phase.took());
  }

  private static void source(Span span, PassTrace trace) {
    span.setAttribute("jaas.source.mode", trace.inline() ? "inline" : "sourceRef");
    fileCount(span, trace);
  }

  private static void evaluation(Span span, PassTrace trace) {
    fileCount(span, trace);
    span.setAttribute("jaas.library.count", trace.libraries());
    renderedBytes(span, trace);
    var usage = trace.usage();
    if (usage != null) {
      span.setAttribute("jaas.eval.steps", usage.steps());
      span.setAttribute("jaas.eval.allocatedBytes", usage.allocatedBytes());
    }
  }

  private static void publication(Span span, PassTrace trace) {
    span.setAttribute("jaas.publish.enabled", true);
    renderedBytes(span, trace);
    if (trace.pass() instanceof Pass.Synced synced) {
      var ledger = synced.ledger();
      span.setAttribute("jaas.publish.retainCount", ledger.history().revisions().size());
      ledger
          .announced()
          .ifPresent(
              archive -> span.setAttribute("jaas.publish.revision", archive.revision().text()));
    }
  }

  private static void fileCount(Span span, PassTrace trace) {
    if (trace.files() >= 0) {
      span.setAttribute("jaas.source.fileCount", trace.files());
    }
  }

  private static void renderedBytes(Span span, PassTrace trace) {
    if (trace.renderedBytes() >= 0) {
      span.setAttribute("jaas.eval.renderedBytes", trace.renderedBytes());
    }
  }

  /** Messages quote programs, which is not for everybody who reads traces: a word has to do. */
  private static void describe(Span span, PassTrace trace) {
    span.setAttribute("jaas.namespace", trace.name().namespace());
    span.setAttribute("jaas.name", trace.name().name());
    span.setAttribute("jaas.generation", trace.snippet().generation());
    switch (trace.pass()) {
      case Pass.Synced _ -> {}
      case Pass.Suspended _ -> span.setAttribute(REASON, Reason.SUSPENDED.text());
      case Pass.Deferred deferred -> span.setAttribute(REASON, deferred.cause().text());
      case Pass.Dropped _ -> span.setAttribute(REASON, "cancelled");
      case Pass.Failed failed -> {
        span.setAttribute(REASON, failed.reason().text());
        span.setStatus(StatusCode.ERROR);
      }
    }
  }

  /** In which part a pass failed: the one that its reason is about, or else the last one. */
  private static Optional<PassPhase> failing(PassTrace trace, List<PassPhase> phases) {
    if (!(trace.pass() instanceof Pass.Failed failed)) {
      return Optional.empty();
    }
    var about =
        switch (failed.reason()) {
          case EVALUATION_FAILED, EVALUATION_TIMEOUT -> Optional.of(Name.EVALUATE);
          case STORAGE_OPERATION_FAILED, ARTIFACT_TOO_LARGE -> Optional.of(Name.PUBLISH);
          case LIBRARY_NOT_FOUND -> Optional.of(Name.RESOLVE_LIBRARIES);
          default -> Optional.<Name>empty();
        };
    return phases.stream()
        .filter(phase -> about.isEmpty() || about.get() == phase.name())
        .max(Comparator.comparingLong(phase -> end(phase) - trace.begun()));
  }

  private static long end(PassPhase phase) {
    return phase.begun() + phase.took().toNanos();
  }
}
