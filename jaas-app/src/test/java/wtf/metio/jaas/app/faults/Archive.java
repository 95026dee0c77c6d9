// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a consumer gets at an address.
 *
 * @param status of HTTP; 502 if no replica lives
 */
record Archive(int status, byte[] bytes) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern EDITION = Pattern.compile("\"edition\": *\"([^\"]*)\"");

  static Archive fetch(String url) {
    try {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60)).build();
      var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
      return new Archive(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As an ExternalArtifact names it. */
  String digest() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Which edition is in it. */
  String edition() {
    if (status != 200) {
      return "status " + status;
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var found = EDITION.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      return found.find() ? "published " + found.group(1) : "no edition";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
