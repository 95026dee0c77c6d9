// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;

class DocumentFormTest {

  @TempDir static Path folder;

  private static RunningService service;

  @BeforeAll
  static void start() {
    new Snippets(folder)
        .with("small", "{ a: 1 }")
        .with("large", "std.repeat([{ name: 'panel' }], 100)")
        .with("huge", "std.repeat('x', 300000)")
        .with("broken", "error 'no'");
    service = RunningService.ofSnippets(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static RawResponse ask(String method, String name, String... headers) {
    var lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return service.send(
        "jsonnet",
        method
            + " /jsonnet/"
            + name
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + lines
            + "\r\n");
  }

  private static RawResponse get(String name, String... headers) {
    return ask("GET", name, headers);
  }

  private static String tag(byte[] body, String suffix) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest) + suffix + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String unpacked(RawResponse answer) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "large", "huge"})
  void aDocumentIsTaggedWithTheDigestOfItsText(String name) {
    var answer = get(name);

    assertThat(answer.header("ETag")).contains(tag(answer.body(), ""));
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.header("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"large", "huge"})
  void aCompressedDocumentHasTheSameTextAndATagOfItsOwn(String name) throws IOException {
    var plain = get(name);
    var answer = get(name, "Accept-Encoding: br, gzip");

    assertThat(answer.header("Content-Encoding")).contains("gzip");
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.header("ETag")).contains(tag(plain.body(), "-gzip"));
    assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.body().length));
    assertThat(answer.body().length).isLessThan(plain.body().length / 4);
    assertThat(unpacked(answer)).isEqualTo(plain.text());
  }

  @Test
  void aSmallDocumentIsCompressedOnlyForWhoTakesNothingElse() throws IOException {
    assertThat(get("small", "Accept-Encoding: gzip").text()).isEqualTo(get("small").text());
    assertThat(unpacked(get("small", "Accept-Encoding: gzip, identity;q=0")))
        .isEqualTo(get("small").text());
  }

  @Test
  void problemsAreNeverCompressedNorTagged() {
    var answer = get("broken", "Accept-Encoding: gzip, identity;q=0", "If-None-Match: *");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).startsWith("{\"type\":");
    assertThat(answer.header("ETag")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"other\", W/%s, \"more\"", "*"})
  void whoHasTheDocumentIsToldSo(String condition) {
    var tag = get("large").header("ETag").orElseThrow();
    var answer = get("large", "If-None-Match: " + condition.replace("%s", tag));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("ETag")).contains(tag);
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
    assertThat(answer.headerNames())
        .containsExactlyInAnyOrder("ETag", "Vary", "Date", "Connection");
  }

  @Test
  void itDoesNotMatterInWhichFormSomebodyHasIt() {
    var plain = get("large").header("ETag").orElseThrow();
    var compressed = get("large", "Accept-Encoding: gzip").header("ETag").orElseThrow();

    var asPlain = get("large", "If-None-Match: " + plain, "Accept-Encoding: gzip");
    var asCompressed = get("large", "If-None-Match: " + compressed);

    assertThat(asPlain.status()).isEqualTo(304);
    assertThat(asPlain.header("ETag")).contains(plain);
    assertThat(asCompressed.status()).isEqualTo(304);
    assertThat(asCompressed.header("ETag")).contains(compressed);
  }

  @Test
  void whoHasSomethingElseGetsIt() {
    var answer = get("large", "If-None-Match: \"other\", " + get("small").header("ETag").get());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(get("large").text());
  }

  @Test
  void anEditIsSeenByWhoHasTheDocument() {
    var snippets = new Snippets(folder).with("edited", "1");
    var before = get("edited").header("ETag").orElseThrow();
    assertThat(get("edited", "If-None-Match: " + before).status()).isEqualTo(304);

    snippets.with("edited", "2");

    var answer = get("edited", "If-None-Match: " + before);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small",
        "huge",
        "large | Accept-Encoding: gzip",
        "small | If-None-Match: *",
        "broken",
        "missing",
        "../elsewhere"
      })
  void aHeadHasEverythingButTheBody(String target) {
    var name = target.split(" \\| ")[0];
    var headers = target.contains("|") ? new String[] {target.split(" \\| ")[1]} : new String[0];
    var get = get(name, headers);
    var head = ask("HEAD", name, headers);

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.body()).isEmpty();
    assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
  }

  private static List<String> withoutDate(RawResponse answer) {
    return answer.headers().stream().filter(line -> !line.startsWith("Date: ")).toList();
  }
}
