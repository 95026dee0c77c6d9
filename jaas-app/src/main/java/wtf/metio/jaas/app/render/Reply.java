// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.render.EndedRequest.Answer;
import wtf.metio.jaas.app.trace.TraceContext;
import wtf.metio.jaas.domain.evaluation.Document;

/** How one request was answered. */
final class Reply {

  private final Exchange exchange;
  private Answer answer = new Answer("lost", 0, 0);
  private @Nullable String route;
  private @Nullable Rendering rendering;

  Reply(Exchange exchange) {
    this.exchange = exchange;
  }

  void rendered(Document document) throws IOException {
    var form = DocumentForm.wantedBy(exchange, document);
    var known = form.known(exchange);
    if (known.isPresent()) {
      note("not_modified", 304, 0);
      DocumentForm.notModified(exchange, known.get());
    } else {
      note("rendered", 200, form.bytes().length);
      form.answer(exchange);
    }
  }

  void problem(Problem problem) throws IOException {
    problem(problem, Map.of());
  }

  void problem(Problem problem, Map<String, String> headers) throws IOException {
    var document = problem.document();
    note(problem.code(), problem.status(), document.length);
    exchange.answer(problem.status(), Problem.CONTENT_TYPE, headers, document);
  }

  /** The request was answered already, because no snippet was asked for. */
  void routed(int given) {
    note(
        switch (given) {
          case 307 -> "redirected";
          case 404 -> "no_such_path";
          default -> "bad_request";
        },
        given,
        0);
  }

  /** Nobody takes the answer. */
  void lost() {
    note("client_gone", 0, 0);
  }

  /** Something is served at paths of this form. */
  void at(String form) {
    route = form;
  }

  /** The evaluator was asked for it. */
  void evaluated(Rendering question) {
    rendering = question;
  }

  /** The request with this reply, which ends now. */
  EndedRequest ended(TraceContext trace, long begun) {
    return new EndedRequest(
        trace,
        exchange.method(),
        exchange.rawPath(),
        route,
        begun,
        Duration.ofNanos(System.nanoTime() - begun),
        answer,
        rendering);
  }

  private void note(String outcome, int status, long bytes) {
    answer = new Answer(outcome, status, exchange.isHead() ? 0 : bytes);
  }
}
