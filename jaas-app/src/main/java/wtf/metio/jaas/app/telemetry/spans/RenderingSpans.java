// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.render.Rendering;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;

/** Makes the spans of the part of a request that is the evaluator's. */
final class RenderingSpans {

  private final @Nullable Rendering rendering;

  /**
   * The spans of this part.
   *
   * @param rendering null if there was none; then there are no spans
   */
  RenderingSpans(@Nullable Rendering rendering) {
    this.rendering = rendering;
  }

  /** How many there are. */
  int count() {
    if (rendering == null || isSharedWithEarlierRequest(rendering)) {
      return 0;
    }
    var phases = phases(rendering);
    if (phases == null) {
      return 1;
    }
    return phases.manifest().isZero() ? 3 : 4;
  }

  /** Records them below the span of the request, and tells that one of the snippet. */
  void record(Tracer tracer, Span request, Timeline time) {
    if (rendering == null) {
      return;
    }
    request.setAttribute("jaas.name", rendering.snippet());
    if (isSharedWithEarlierRequest(rendering)) {
      request.setAttribute("jaas.eval.reused", true);
      return;
    }
    var recorder = new Recorder(tracer, Context.root().with(request), time);
    var phases = phases(rendering);
    if (phases == null) {
      var queue = recorder.start("snippet.queue", rendering.asked());
      describeEnd(queue, rendering.evaluation());
      recorder.end(queue, rendering.asked(), since(rendering.asked(), rendering.answered()));
    } else {
      var queue = recorder.start("snippet.queue", rendering.asked());
      recorder.end(queue, rendering.asked(), since(rendering.asked(), phases.begun()));
      evaluation(recorder, rendering.evaluation(), phases);
    }
  }

  private static void evaluation(
      Recorder recorder, Evaluation evaluation, EvaluationPhases phases) {
    var span = recorder.start("snippet.evaluate", phases.begun());
    describeEnd(span, evaluation);
    describeUsage(span, evaluation);
    var below = recorder.below(span);
    below.all("snippet.parse", phases.begun(), phases.parse());
    var untilWritten = phases.parse().plus(phases.evaluate());
    if (!phases.manifest().isZero()) {
      below.all("snippet.manifest", phases.begun() + untilWritten.toNanos(), phases.manifest());
    }
    recorder.end(span, phases.begun(), untilWritten.plus(phases.manifest()));
  }

  /** An answer that somebody else's request had asked for before. */
  private static boolean isSharedWithEarlierRequest(Rendering rendering) {
    var phases = phases(rendering);
    return phases != null && phases.begun() - rendering.asked() < 0;
  }

  private static @Nullable EvaluationPhases phases(Rendering rendering) {
    var usage = usage(rendering.evaluation());
    return usage == null ? null : usage.phases();
  }

  private static @Nullable EvaluationUsage usage(Evaluation evaluation) {
    return switch (evaluation) {
      case Evaluation.Rendered rendered -> rendered.usage();
      case Evaluation.Failed failed -> failed.usage();
      case Evaluation.TimedOut timedOut -> timedOut.usage();
      case Evaluation.Cancelled cancelled -> cancelled.usage();
      case Evaluation.Refused _ -> null;
    };
  }

  /** Diagnostics quote programs, which is not for everybody who reads traces: a word has to do. */
  private static void describeEnd(Span span, Evaluation evaluation) {
    switch (evaluation) {
      case Evaluation.Rendered rendered ->
          span.setAttribute("jaas.eval.renderedBytes", rendered.document().bytes().length);
      case Evaluation.Failed failed -> error(span, failed.reason().text());
      case Evaluation.TimedOut _ -> error(span, "timeout");
      case Evaluation.Refused _ -> error(span, "refused");
      case Evaluation.Cancelled _ -> span.setAttribute("jaas.reason", "cancelled");
    }
  }

  private static void error(Span span, String reason) {
    span.setAttribute("jaas.reason", reason);
    span.setStatus(StatusCode.ERROR);
  }

  private static void describeUsage(Span span, Evaluation evaluation) {
    var usage = usage(evaluation);
    var phases = usage == null ? null : usage.phases();
    if (usage != null && phases != null) {
      span.setAttribute("jaas.eval.steps", usage.steps());
      span.setAttribute("jaas.eval.allocatedBytes", usage.allocatedBytes());
      span.setAttribute("jaas.eval.importNanos", phases.imports().toNanos());
    }
  }

  private static Duration since(long begin, long end) {
    return Duration.ofNanos(end - begin);
  }

  /** Makes spans below one of them. */
  private record Recorder(Tracer tracer, Context parent, Timeline time) {

    Recorder below(Span span) {
      return new Recorder(tracer, parent.with(span), time);
    }

    Span start(String name, long begin) {
      return time.start(tracer.spanBuilder(name).setParent(parent), begin);
    }

    void end(Span span, long begin, Duration elapsed) {
      time.end(span, begin, elapsed);
    }

    void all(String name, long begin, Duration elapsed) {
      end(start(name, begin), begin, elapsed);
    }
  }
}
