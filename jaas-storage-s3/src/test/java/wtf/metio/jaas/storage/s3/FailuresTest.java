// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.storage.s3.FakeS3.Answer;

class FailuresTest {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final String SECRET = "0123456789-the-secret-key";
  private static final String SESSION = "9876543210-the-session-token";
  private static final S3Credentials KEYS =
      new S3Credentials.Fixed("the-access-key", SECRET, SESSION);

  private static S3ArtifactStore store(FakeS3 server) {
    var options = server.options(KEYS);
    return new S3ArtifactStore(
        new S3ClientSetup(options).client(), options, InstantSource.system());
  }

  private static StoreUnavailableException failure(FakeS3 server) {
    try (var store = store(server)) {
      return catchThrowableOfType(StoreUnavailableException.class, () -> store.list(OWNER));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, MISSING, does not exist",
    "403, AccessDenied, DENIED, may not be used with these credentials",
    "403, InvalidAccessKeyId, DENIED, is on a server that does not know the access key",
    "403, SignatureDoesNotMatch, DENIED, is on a server that refuses the secret key",
    "400, InvalidToken, DENIED, is on a server that refuses the session token",
    "400, ExpiredToken, DENIED, is on a server for which the session token has expired",
    "403, RequestTimeTooSkewed, DENIED, is on a server whose clock differs too much from ours",
    "403, SomethingNew, DENIED, may not be used (SomethingNew)",
    "400, AuthorizationHeaderMalformed, DENIED, is in another region",
    "507, XMinioStorageFull, FULL, is on a server without space",
    "507, Whatever, FULL, is on a server without space",
    "500, InternalError, BROKEN, is on a server that failed (InternalError)",
    "503, SlowDown, BROKEN, is on a server that has too much to do",
    "400, SomethingElse, BROKEN, is on a server that failed (SomethingElse)",
  })
  void answersOfTheServerHaveAProblemAndASentence(
      int status, String code, StoreProblem problem, String predicate) {
    try (var server = FakeS3.answering(_ -> Answer.failure(status, code, "Whatever it says."))) {
      var failure = failure(server);
      assertThat(failure.problem()).isEqualTo(problem);
      assertThat(failure.text()).isEqualTo("the bucket \"bucket\" " + predicate);
    }
  }

  @Test
  void aProbeSaysTheSame() {
    try (var server = FakeS3.answering(_ -> Answer.failure(500, "InternalError", "Oops."));
        var store = store(server)) {
      assertThat(store.probe())
          .isEqualTo(
              new StoreHealth.Ill(
                  StoreProblem.BROKEN,
                  "the bucket \"bucket\" is on a server that failed (InternalError)"));
    }
  }

  @Test
  void whatTheServerSaysIsNotRepeatedHoweverMuchOfOursIsInIt() {
    try (var server =
        FakeS3.answering(
            request -> {
              var echo =
                  request.header("Authorization") + request.header("X-amz-security-token") + SECRET;
              return Answer.failure(403, "Odd" + echo.repeat(100), echo.repeat(1000));
            })) {
      var failure = failure(server);
      var printed = new StringWriter();
      failure.printStackTrace(new PrintWriter(printed, true));
      assertThat(failure.text()).hasSizeLessThan(300);
      assertThat(failure.getCause()).hasNoCause().message().hasSizeLessThan(300);
      assertThat(printed.toString())
          .doesNotContain(SECRET, SESSION, "Signature=")
          .contains("HTTP 403");
    }
  }

  @Test
  void credentialsAreNotShown() {
    assertThat(KEYS.toString()).doesNotContain("the-access-key", SECRET, SESSION);
    try (var server = FakeS3.answering(_ -> Answer.FINE)) {
      assertThat(server.options(KEYS).toString()).doesNotContain(SECRET, SESSION);
    }
  }

  @Test
  void anAnswerThatIsNotXmlIsAFailureOfTheServer() {
    try (var server = FakeS3.answering(_ -> new Answer(502, "<html>Bad gateway"))) {
      assertThat(failure(server).problem()).isEqualTo(StoreProblem.BROKEN);
      assertThat(failure(server).text()).endsWith("is on a server that failed (HTTP 502)");
    }
  }

  @Test
  void aSuccessThatIsNotXmlIsAFailureToo() {
    try (var server = FakeS3.answering(_ -> new Answer(200, "<html>Welcome to the hotel"))) {
      assertThat(failure(server)).isNotNull();
    }
  }
}
