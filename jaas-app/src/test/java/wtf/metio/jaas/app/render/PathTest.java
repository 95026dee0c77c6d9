// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;

class PathTest {

  @TempDir static Path folder;

  private static RunningService service;

  @BeforeAll
  static void start() {
    new Snippets(folder).with("hello", "'hello'");
    service = RunningService.ofSnippets(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/jsonnet, /jsonnet/",
    "/jsonnet?a=1&b=%20, /jsonnet/?a=1&b=%20",
    "//jsonnet/hello, /jsonnet/hello",
    "/jsonnet//hello, /jsonnet/hello",
    "/jsonnet/./hello, /jsonnet/hello",
    "/jsonnet/x/../hello?a=b, /jsonnet/hello?a=b",
    "/jsonnet/hello/.., /jsonnet",
    "/jsonnet/../../../etc/passwd, /etc/passwd",
    "/../jsonnet/hello, /jsonnet/hello",
    "/jsonnet/hello/./, /jsonnet/hello/",
    "/.., /",
    "/other//path, /other/path"
  })
  void aPathThatIsNotCleanIsSentToWhereItIs(String target, String location) {
    var answer = service.get("jsonnet", target);

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location")).contains(location);
    assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.text())
        .isEqualTo(
            "<a href=\"" + location.replace("&", "&amp;") + "\">Temporary Redirect</a>.\n\n");
  }

  @Test
  void otherMethodsAreSentThereToo() {
    var answer = RawHttp.request(service.port("jsonnet"), "POST", "/jsonnet");

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location")).contains("/jsonnet/");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/other", "/jsonnetx/hello", "/Jsonnet/hello", "/start", "/live", "/metrics"})
  void whatIsNoSnippetIsAPageThatIsNotThere(String target) {
    var answer = service.get("jsonnet", target);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("404 page not found\n");
    assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void encodedDotsAndSlashesAreNotCleaned() {
    var answer = service.get("jsonnet", "/jsonnet/..%2f..%2fetc%2fpasswd");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jsonnet/%", "/jsonnet/%zz", "/jsonnet/%4"})
  void aPathThatIsWronglyEncodedIsABadRequest(String target) {
    assertThat(service.get("jsonnet", target).status()).isEqualTo(400);
  }

  @Test
  void theEndpointMayHaveAnotherName() {
    try (var other = RunningService.ofSnippets(folder, "--jsonnet-endpoint-path=v1.render_x-y")) {
      assertThat(other.get("jsonnet", "/v1.render_x-y/hello").status()).isEqualTo(200);
      assertThat(other.get("jsonnet", "/jsonnet/hello").status()).isEqualTo(404);
    }
  }

  @Test
  void anAddressMayBeGivenInFull() {
    assertThat(
            service
                .send(
                    "jsonnet",
                    "GET http://jaas/jsonnet/hello HTTP/1.1\r\n"
                        + "Host: jaas\r\n"
                        + "Connection: close\r\n\r\n")
                .status())
        .isEqualTo(200);
  }
}
