// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.InstantSource;
import java.util.Set;
import wtf.metio.jaas.app.render.EndedRequest;
import wtf.metio.jaas.app.trace.TraceParent;

/** Makes the spans of requests that have ended. */
final class RequestSpans {

  /** Any other word is somebody's joke, and would make a span name of its own. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final int FIRST_SERVER_ERROR = 500;

  private final Tracer tracer;
  private final ChosenIds ids;
  private final Outbox outbox;
  private final InstantSource clock;

  RequestSpans(Tracer tracer, ChosenIds ids, Outbox outbox, InstantSource clock) {
    this.tracer = tracer;
    this.ids = ids;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Records a request if its trace is sampled and there is room. */
  void record(EndedRequest request) {
    var time = Timeline.at(clock.instant());
    var span = start(request, time);
    if (span.isRecording()) {
      var parts = new RenderingSpans(request.rendering());
      // A span that is never ended is nothing but garbage.
      if (outbox.admits(1 + parts.count())) {
        describe(span, request);
        parts.record(tracer, span, time);
        time.end(span, request.begun(), request.elapsed());
      }
    }
  }

  private Span start(EndedRequest request, Timeline time) {
    ids.chooseForNextSpan(request.trace());
    try {
      var builder = tracer.spanBuilder(name(request)).setSpanKind(SpanKind.SERVER);
      return time.start(withParent(builder, request), request.begun());
    } finally {
      ids.forget();
    }
  }

  private static SpanBuilder withParent(SpanBuilder builder, EndedRequest request) {
    var parent = request.trace().parent();
    return parent == null
        ? builder.setNoParent()
        : builder.setParent(Context.root().with(Span.wrap(remote(parent))));
  }

  private static SpanContext remote(TraceParent parent) {
    var state = TraceState.builder();
    // The builder puts each member before those it has.
    parent.state().reversed().forEach(state::put);
    return SpanContext.createFromRemoteParent(
        parent.traceId(),
        parent.spanId(),
        parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        state.build());
  }

  private static String name(EndedRequest request) {
    var method = METHODS.contains(request.method()) ? request.method() : "HTTP";
    return request.route() == null ? method : method + " " + request.route();
  }

  private static void describe(Span span, EndedRequest request) {
    var answer = request.answer();
    span.setAttribute(
        "http.request.method", METHODS.contains(request.method()) ? request.method() : "_OTHER");
    span.setAttribute("url.scheme", "http");
    span.setAttribute("url.path", request.path());
    span.setAttribute("jaas.outcome", answer.outcome());
    if (request.route() != null) {
      span.setAttribute("http.route", request.route());
    }
    if (answer.status() != 0) {
      span.setAttribute("http.response.status_code", answer.status());
      span.setAttribute("http.response.body.size", answer.bytes());
    }
    if (answer.status() >= FIRST_SERVER_ERROR) {
      span.setAttribute("error.type", Integer.toString(answer.status()));
      span.setStatus(StatusCode.ERROR);
    }
  }
}
