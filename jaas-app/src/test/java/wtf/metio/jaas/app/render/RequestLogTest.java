// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

class RequestLogTest {

  @TempDir Path folder;

  private RunningService service;

  @BeforeEach
  void start() {
    new Snippets(folder)
        .with("hello", "function(a='') a")
        .with("broken", "error 'the diagnostic'")
        .with("endless", Snippets.ENDLESS);
    service =
        RunningService.ofSnippets(
            folder,
            "--log-level=debug",
            "--log-format=text",
            "--access-log",
            "--evaluation-timeout=2s");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** Without what is another each time. */
  private List<String> linesAfter(Runnable work) {
    return linesWithIdsAfter(work).stream()
        .map(line -> line.replaceFirst(" span-id=[0-9a-f]{16} trace-id=[0-9a-f]{32}$", ""))
        .toList();
  }

  private List<String> linesWithIdsAfter(Runnable work) {
    int before = service.log().length();
    work.run();
    // The last line of a request is written after its answer.
    RunningService.await(() -> service.log().substring(before).contains("msg=Request "));
    return service
        .log()
        .substring(before)
        .lines()
        .map(line -> line.replaceFirst("time=\\S+ ", "").replaceFirst("elapsed=\\S+", "elapsed=?"))
        .toList();
  }

  @Test
  void aRequestShowsTheNamesOfItsArgumentsButNotTheirValues() {
    assertThat(linesAfter(() -> service.snippet("hello?a=hunter2&a=hunter3")))
        .containsExactly(
            "level=DEBUG msg=\"Extracted snippet name\" snippet-name=hello",
            "level=DEBUG msg=\"Resolved snippet\" snippet-name=hello file-name="
                + folder
                + "/hello/main.jsonnet",
            "level=DEBUG msg=\"Extracted query parameters\" queryParams=[a]",
            "level=INFO msg=Request method=GET path=/jsonnet/hello status=200"
                + " outcome=rendered bytes=31 elapsed=?");
  }

  @Test
  void clientErrorsAreNoErrorsOfOurs() {
    assertThat(linesAfter(() -> service.snippet("missing")))
        .contains("level=INFO msg=\"Snippet not found\" snippet-name=missing");
    assertThat(linesAfter(() -> RawHttp.request(service.port("jsonnet"), "POST", "/jsonnet/hello")))
        .contains("level=INFO msg=\"Unsupported HTTP method used\" method=POST");
  }

  @Test
  void linesOfARequestNameTheTraceOfTheirCaller() {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    assertThat(
            linesWithIdsAfter(
                () ->
                    service.send(
                        "jsonnet",
                        "GET /jsonnet/missing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "traceparent: 00-"
                            + trace
                            + "-00f067aa0ba902b7-01\r\n\r\n")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).endsWith(" trace-id=" + trace));
  }

  @Test
  void linesOfARequestWithoutATraceHaveOneOfTheirOwn() {
    var ids =
        linesWithIdsAfter(() -> service.snippet("hello?a=1")).stream()
            .map(
                line -> line.replaceFirst(".*( span-id=[0-9a-f]{16} trace-id=[0-9a-f]{32})$", "$1"))
            .toList();

    assertThat(ids).hasSize(4).allMatch(ids.getFirst()::equals);
    assertThat(ids.getFirst()).startsWith(" span-id=");
  }

  @Test
  void aFailureIsLoggedWithItsDiagnostic() {
    assertThat(linesAfter(() -> service.snippet("broken")))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "level=INFO msg=\"Cannot evaluate Jsonnet\" error=\"RUNTIME ERROR: the"
                            + " diagnostic\\n"));
  }

  @Test
  void aTimeoutIsLoggedWithItsLimit() {
    assertThat(linesAfter(() -> service.snippet("endless")))
        .contains(
            "level=ERROR msg=\"Jsonnet evaluation timed out\" timeout=2s file-name="
                + folder
                + "/endless/main.jsonnet");
  }
}
