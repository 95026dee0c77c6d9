// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.io.IOException;
import java.util.Map;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.domain.evaluation.Document;

/** How one request was answered. */
final class Reply {

  private final Exchange exchange;
  private String outcome = "lost";
  private int status;
  private long bytes;

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

  String outcome() {
    return outcome;
  }

  int status() {
    return status;
  }

  long bytes() {
    return bytes;
  }

  private void note(String word, int givenStatus, long bodyBytes) {
    outcome = word;
    status = givenStatus;
    bytes = exchange.isHead() ? 0 : bodyBytes;
  }
}
