// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.storage.s3.FakeS3.Answer;
import wtf.metio.jaas.storage.s3.FakeS3.Request;

/** Each place from which a process may get credentials, as it is on a machine or in a cluster. */
class AmbientCredentialsTest {

  /** No machine has one here; asking for it must not take long. */
  private static final Map<String, String> NO_METADATA =
      Map.of("AWS_EC2_METADATA_DISABLED", "true");

  @TempDir Path home;

  private String probed(FakeS3 server, Map<String, String> environment) throws Exception {
    return ProbeProcess.run("127.0.0.1:" + server.port(), home, environment);
  }

  private static String expiry() {
    return Instant.now().plusSeconds(3600).toString();
  }

  private static void assertSigned(FakeS3 server, String accessKey, String sessionToken) {
    var put = server.request("PUT");
    assertThat(put.header("Authorization")).contains("Credential=" + accessKey + "/");
    assertThat(put.header("X-amz-security-token")).isEqualTo(sessionToken);
  }

  @Test
  void theEnvironmentIsAskedFirst() throws Exception {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/credentials"),
        "[default]\naws_access_key_id=fromfile\naws_secret_access_key=secret\n");
    try (var server = FakeS3.answering(_ -> Answer.FINE)) {
      var printed =
          probed(
              server,
              Map.of(
                  "AWS_ACCESS_KEY_ID", "fromenvironment",
                  "AWS_SECRET_ACCESS_KEY", "secret",
                  "AWS_SESSION_TOKEN", "token"));
      assertThat(printed).contains("Well");
      assertSigned(server, "fromenvironment", "token");
    }
  }

  @Test
  void theSharedFileIsRead() throws Exception {
    var file = home.resolve("elsewhere");
    Files.writeString(
        file, "[default]\naws_access_key_id=fromfile\naws_secret_access_key=secret\n");
    try (var server = FakeS3.answering(_ -> Answer.FINE)) {
      assertThat(probed(server, Map.of("AWS_SHARED_CREDENTIALS_FILE", file.toString())))
          .contains("Well");
      assertSigned(server, "fromfile", null);
    }
  }

  private static Answer webIdentity(Request request) {
    return request.method().equals("POST")
        ? new Answer(
            200,
            """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <AssumeRoleWithWebIdentityResult><Credentials>
                <AccessKeyId>fromidentity</AccessKeyId>
                <SecretAccessKey>secret</SecretAccessKey>
                <SessionToken>identitytoken</SessionToken>
                <Expiration>%s</Expiration>
              </Credentials></AssumeRoleWithWebIdentityResult>
            </AssumeRoleWithWebIdentityResponse>
            """
                .formatted(expiry()))
        : Answer.FINE;
  }

  @Test
  void theTokenOfAServiceAccountIsExchanged() throws Exception {
    var token = home.resolve("token");
    Files.writeString(token, "the-token-of-the-pod");
    try (var server = FakeS3.answering(AmbientCredentialsTest::webIdentity)) {
      var printed =
          probed(
              server,
              Map.of(
                  "AWS_WEB_IDENTITY_TOKEN_FILE",
                  token.toString(),
                  "AWS_ROLE_ARN",
                  "arn:aws:iam::123456789012:role/jaas",
                  "AWS_REGION",
                  "us-east-1",
                  "AWS_ENDPOINT_URL_STS",
                  "http://127.0.0.1:" + server.port()));
      assertThat(printed).contains("Well");
      assertThat(new String(server.request("POST").body()))
          .contains("AssumeRoleWithWebIdentity", "the-token-of-the-pod");
      assertSigned(server, "fromidentity", "identitytoken");
    }
  }

  private static Answer metadata(Request request) {
    if (!request.target().startsWith("/latest/")) {
      return Answer.FINE;
    }
    if (request.target().endsWith("/api/token")) {
      return new Answer(200, "session-of-metadata");
    }
    return new Answer(
        200,
        request.target().endsWith("/the-role")
            ? """
            {"Code": "Success", "AccessKeyId": "frommachine", "SecretAccessKey": "secret",
             "Token": "machinetoken", "Expiration": "%s"}
            """
                .formatted(expiry())
            : "the-role");
  }

  @Test
  void theMetadataServiceOfTheMachineIsAsked() throws Exception {
    try (var server = FakeS3.answering(AmbientCredentialsTest::metadata)) {
      var printed =
          probed(
              server,
              Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:" + server.port()));
      assertThat(printed).contains("Well");
      var put =
          server.requests().stream()
              .filter(it -> it.target().startsWith("/" + FakeS3.BUCKET))
              .findFirst()
              .orElseThrow();
      assertThat(put.header("Authorization")).contains("Credential=frommachine/");
      assertThat(put.header("X-amz-security-token")).isEqualTo("machinetoken");
    }
  }

  @Test
  void theAgentOfAContainerIsAsked() throws Exception {
    try (var server =
        FakeS3.answering(
            request ->
                request.target().equals("/agent")
                    ? new Answer(
                        200,
                        """
                        {"AccessKeyId": "fromagent", "SecretAccessKey": "secret",
                         "Token": "agenttoken", "Expiration": "%s"}
                        """
                            .formatted(expiry()))
                    : Answer.FINE)) {
      assertThat(
              probed(
                  server,
                  Map.of(
                      "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                      "http://127.0.0.1:" + server.port() + "/agent")))
          .contains("Well");
      assertSigned(server, "fromagent", "agenttoken");
    }
  }

  @Test
  void withoutAnyTheStoreSaysSo() throws Exception {
    try (var server = FakeS3.answering(_ -> Answer.FINE)) {
      assertThat(probed(server, NO_METADATA))
          .contains("DENIED", "needs credentials and none were found");
      assertThat(server.requests()).isEmpty();
    }
  }
}
