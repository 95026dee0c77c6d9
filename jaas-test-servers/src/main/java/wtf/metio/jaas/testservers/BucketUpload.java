// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts an object into a bucket: the one signed request that tests need where there is no client for
 * buckets.
 */
final class BucketUpload {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DAY = 8;
  private static final String REGION = "us-east-1";
  private static final String PAYLOAD = "UNSIGNED-PAYLOAD";
  private static final String HEADERS = "host;x-amz-content-sha256;x-amz-date";
  private static final int DONE = 200;

  private BucketUpload() {}

  /**
   * Puts an object.
   *
   * @param path bucket and key, of letters, digits, dots, dashes and slashes, with a slash before
   */
  static void put(URI endpoint, String path, byte[] content) {
    var time = TIME.format(InstantSource.system().instant());
    var request =
        HttpRequest.newBuilder(endpoint.resolve(path))
            .header("x-amz-date", time)
            .header("x-amz-content-sha256", PAYLOAD)
            .header("Authorization", authorization(endpoint.getAuthority(), path, time))
            .PUT(BodyPublishers.ofByteArray(content))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != DONE) {
        throw new IllegalStateException("The bucket refused: " + response.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String authorization(String host, String path, String time) {
    var scope = time.substring(0, DAY) + "/" + REGION + "/s3/aws4_request";
    var headers =
        "host:" + host + "\nx-amz-content-sha256:" + PAYLOAD + "\nx-amz-date:" + time + "\n";
    var request = "PUT\n" + path + "\n\n" + headers + "\n" + HEADERS + "\n" + PAYLOAD;
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes(request));
      var text = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hex(digest);
      byte[] key = bytes("AWS4" + MinioServer.SECRET_KEY);
      for (var part : scope.split("/", -1)) {
        key = hmac(key, part);
      }
      return "AWS4-HMAC-SHA256 Credential="
          + MinioServer.ACCESS_KEY
          + "/"
          + scope
          + ", SignedHeaders="
          + HEADERS
          + ", Signature="
          + hex(hmac(key, text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
