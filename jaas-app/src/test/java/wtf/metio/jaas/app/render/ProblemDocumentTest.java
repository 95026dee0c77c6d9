// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;

class ProblemDocumentTest {

  @TempDir static Path folder;

  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    new Snippets(folder)
        .with("<b>", "syntax error here")
        .with("import", "import 'nowhere.libsonnet'")
        .with("argument", "function(name) name")
        .with("variable", "std.extVar('nobody gave it')")
        .with("runtime", "{ a: error 'secret message' }")
        .with("stack", "local f(n) = 1 + f(n); f(0)")
        .with("endless", Snippets.ENDLESS);
    Files.createSymbolicLink(folder.resolve("away"), Path.of("/etc"));
    Files.createDirectories(folder.resolve("folder/main.jsonnet"));
    service = RunningService.ofSnippets(folder, "--evaluation-timeout=300ms");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void isProblem(RawResponse answer, int status, String document) {
    assertThat(answer.text()).isEqualTo(document);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.body().length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void onlyAskingIsSupported(String method) {
    var answer = RawHttp.request(service.port("jsonnet"), method, "/jsonnet/runtime");

    isProblem(
        answer,
        405,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/method_not_allowed\","
            + "\"title\":\"Method not allowed\",\"status\":405,"
            + "\"detail\":\"only GET is supported\",\"code\":\"method_not_allowed\"}");
    assertThat(answer.header("Allow")).contains("GET, HEAD");
  }

  @Test
  void theMethodIsLookedAtBeforeTheName() {
    assertThat(RawHttp.request(service.port("jsonnet"), "POST", "/jsonnet/missing").status())
        .isEqualTo(405);
  }

  @Test
  void anUnknownSnippetIsNamed() {
    isProblem(
        service.snippet("missing"),
        404,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/snippet_not_found\","
            + "\"title\":\"Snippet not found\",\"status\":404,"
            + "\"detail\":\"snippet \\\"missing\\\" not found\",\"code\":\"snippet_not_found\","
            + "\"snippet\":\"missing\"}");
  }

  @Test
  void noNameIsNoMember() {
    isProblem(
        service.snippet(""),
        404,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/snippet_not_found\","
            + "\"title\":\"Snippet not found\",\"status\":404,"
            + "\"detail\":\"snippet \\\"\\\" not found\",\"code\":\"snippet_not_found\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%3Cx%3E%26 | \\\"\\u003cx\\u003e\\u0026\\\" | \\u003cx\\u003e\\u0026",
        "a%22b%5Cc | \\\"a\\\\\\\"b\\\\\\\\c\\\" | a\\\"b\\\\c",
        "a%0Ab%07 | \\\"a\\\\nb\\\\a\\\" | a\\nb\\u0007",
        "%FF | \\\"\\\\xff\\\" | \ufffd",
        "%E2%80%A8 | \\\"\\\\u2028\\\" | \\u2028",
        "%C3%A4 | \\\"ä\\\" | ä",
        "a%00b | \\\"a\\\\x00b\\\" | a\\u0000b",
        "a+b | \\\"a+b\\\" | a+b",
        "..%2f..%2fetc%2fpasswd | \\\"../../etc/passwd\\\" | ../../etc/passwd",
        "%2Fetc | \\\"/etc\\\" | /etc",
        "away | \\\"away\\\" | away",
        "folder | \\\"folder\\\" | folder"
      })
  void namesAreQuotedAsGoQuotesAndEscapedAsGoEscapes(String target, String quoted, String json) {
    isProblem(
        service.snippet(target),
        404,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/snippet_not_found\","
            + "\"title\":\"Snippet not found\",\"status\":404,"
            + "\"detail\":\"snippet "
            + quoted
            + " not found\",\"code\":\"snippet_not_found\",\"snippet\":\""
            + json
            + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "%3Cb%3E, \\u003cb\\u003e, syntax", "import, import, import", "argument, argument, argument",
    "runtime, runtime, runtime", "stack, stack, limit", "variable, variable, argument"
  })
  void aFailureTellsItsReasonAndNothingOfTheProgram(String target, String name, String reason) {
    isProblem(
        service.snippet(target),
        400,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/evaluation_failed\","
            + "\"title\":\"Jsonnet evaluation failed\",\"status\":400,"
            + "\"detail\":\"evaluation failed\",\"code\":\"evaluation_failed\",\"snippet\":\""
            + name
            + "\",\"reason\":\""
            + reason
            + "\"}");
  }

  @Test
  void aTimeoutTellsTheLimitAsItWasSet() {
    isProblem(
        service.snippet("endless"),
        504,
        "{\"type\":\"https://jaas.projects.metio.wtf/errors/evaluation_timeout\","
            + "\"title\":\"Evaluation timed out\",\"status\":504,"
            + "\"detail\":\"evaluation exceeded 300ms\",\"code\":\"evaluation_timeout\","
            + "\"snippet\":\"endless\"}");
  }

  @Test
  void aTimeoutReachesTheClientEvenIfWritingMayTakeLessThanEvaluating() {
    try (var quick =
        RunningService.ofSnippets(
            folder,
            "--evaluation-timeout=400ms",
            "--write-timeout=100ms",
            "--read-timeout=100ms")) {
      assertThat(quick.snippet("endless").status()).isEqualTo(504);
    }
  }

  @Test
  void oneTooManyIsToldToComeBack() throws IOException {
    try (var small =
            RunningService.ofSnippets(
                folder, "--max-concurrent-evals=1", "--evaluation-timeout=20s");
        var first = RawHttp.connect(small.port("jsonnet"))) {
      first.getOutputStream().write("GET /jsonnet/endless HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      RunningService.await(() -> small.metric("jaas_eval_in_flight") == 1);

      var answer = small.snippet("runtime");

      isProblem(
          answer,
          503,
          "{\"type\":\"https://jaas.projects.metio.wtf/errors/evaluation_unavailable\","
              + "\"title\":\"Evaluation unavailable\",\"status\":503,"
              + "\"detail\":\"concurrent-eval cap is full; retry after backoff\","
              + "\"code\":\"evaluation_unavailable\",\"snippet\":\"runtime\"}");
      assertThat(answer.header("Retry-After")).contains("1");
      assertThat(small.metric("jaas_eval_unavailable_total")).isEqualTo(1);
    }
  }

  @Test
  void diagnosticsAreShownOnRequestOfTheOperatorOnly() {
    try (var open = RunningService.ofSnippets(folder, "--expose-diagnostics")) {
      assertThat(open.snippet("runtime").text())
          .contains("\"reason\":\"runtime\",\"trace\":\"RUNTIME ERROR: secret message\\n")
          .contains("main.jsonnet:1:")
          .endsWith("\"}");
    }
    assertThat(service.snippet("runtime").text()).doesNotContain("secret message");
  }
}
