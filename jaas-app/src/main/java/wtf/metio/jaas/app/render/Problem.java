// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.notation.GoDuration;

/**
 * Why a request has no snippet for an answer, as RFC 9457 wants it told.
 *
 * @param status of HTTP
 * @param code the word that programs act on
 * @param title the same for people
 * @param detail about this very request
 * @param snippet the name asked for; empty for none
 * @param extensions further members with their values, in order
 */
record Problem(
    int status,
    String code,
    String title,
    String detail,
    String snippet,
    Map<String, String> extensions) {

  static final String CONTENT_TYPE = "application/problem+json";

  private static final String TYPES = "https://jaas.projects.metio.wtf/errors/";

  static Problem methodNotAllowed() {
    return of(405, "method_not_allowed", "Method not allowed", "only GET is supported", "");
  }

  static Problem snippetNotFound(String snippet) {
    var detail = "snippet " + GoText.quote(snippet) + " not found";
    return of(404, "snippet_not_found", "Snippet not found", detail, snippet);
  }

  static Problem unavailable(String snippet) {
    var detail = "concurrent-eval cap is full; retry after backoff";
    return of(503, "evaluation_unavailable", "Evaluation unavailable", detail, snippet);
  }

  static Problem timeout(String snippet, Duration limit) {
    var detail = "evaluation exceeded " + GoDuration.format(limit);
    return of(504, "evaluation_timeout", "Evaluation timed out", detail, snippet);
  }

  /**
   * The program has no value.
   *
   * @param exposed whether the answer says why, for which it quotes the program
   */
  static Problem failed(String snippet, Evaluation.Failed failed, boolean exposed) {
    var extensions = new LinkedHashMap<String, String>();
    extensions.put("reason", failed.reason().text());
    if (exposed) {
      extensions.put("trace", diagnostic(failed));
    }
    return new Problem(
        400,
        "evaluation_failed",
        "Jsonnet evaluation failed",
        "evaluation failed",
        snippet,
        extensions);
  }

  /** Message and trace as one text. */
  static String diagnostic(Evaluation.Failed failed) {
    return failed.trace().isEmpty() ? failed.message() : failed.message() + "\n" + failed.trace();
  }

  /** The document: compact, without a newline, members without a value left out. */
  byte[] document() {
    var members = new LinkedHashMap<String, String>();
    members.put("type", GoText.json(TYPES + code));
    members.put("title", GoText.json(title));
    members.put("status", Integer.toString(status));
    members.put("detail", GoText.json(detail));
    members.put("code", GoText.json(code));
    if (!snippet.isEmpty()) {
      members.put("snippet", GoText.json(snippet));
    }
    extensions.forEach((name, value) -> members.put(name, GoText.json(value)));
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Problem of(int status, String code, String title, String detail, String snippet) {
    return new Problem(status, code, title, detail, snippet, Map.of());
  }
}
