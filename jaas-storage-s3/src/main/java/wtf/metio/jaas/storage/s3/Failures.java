// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import wtf.metio.jaas.domain.artifact.StoreProblem;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/** What it means for the store that a request failed, in words that users may read. */
final class Failures {

  private static final int LONGEST_CODE = 60;

  /** The server's own names for what we can say better; the others are shown as they are. */
  private static final Map<String, Finding> CODES =
      Map.ofEntries(
          finding("NoSuchBucket", StoreProblem.MISSING, "does not exist"),
          finding("AccessDenied", StoreProblem.DENIED, "may not be used with these credentials"),
          finding(
              "InvalidAccessKeyId",
              StoreProblem.DENIED,
              "is on a server that does not know the access key"),
          finding(
              "SignatureDoesNotMatch",
              StoreProblem.DENIED,
              "is on a server that refuses the secret key"),
          finding(
              "InvalidSecurity",
              StoreProblem.DENIED,
              "is on a server that refuses the credentials"),
          finding(
              "InvalidToken", StoreProblem.DENIED, "is on a server that refuses the session token"),
          finding(
              "InvalidTokenId",
              StoreProblem.DENIED,
              "is on a server that refuses the session token"),
          finding(
              "ExpiredToken",
              StoreProblem.DENIED,
              "is on a server for which the session token has expired"),
          finding(
              "RequestTimeTooSkewed",
              StoreProblem.DENIED,
              "is on a server whose clock differs too much from ours"),
          finding("AuthorizationHeaderMalformed", StoreProblem.DENIED, "is in another region"),
          finding(
              "PermanentRedirect",
              StoreProblem.DENIED,
              "is in another region or at another endpoint"),
          finding("QuotaExceeded", StoreProblem.FULL, "has used up its quota"),
          finding("XMinioAdminBucketQuotaExceeded", StoreProblem.FULL, "has used up its quota"),
          finding("XMinioStorageFull", StoreProblem.FULL, "is on a server without space"),
          finding("InsufficientStorage", StoreProblem.FULL, "is on a server without space"),
          finding("SlowDown", StoreProblem.BROKEN, "is on a server that has too much to do"));

  /**
   * A kind of failure.
   *
   * @param predicate what is said of the bucket
   */
  private record Finding(StoreProblem problem, String predicate) {}

  private final String subject;

  Failures(String bucket) {
    this.subject = "the bucket \"" + bucket + "\" ";
  }

  private static Map.Entry<String, Finding> finding(
      String code, StoreProblem problem, String predicate) {
    return Map.entry(code, new Finding(problem, predicate));
  }

  /** The failure as callers of the store see it. */
  StoreUnavailableException of(SdkException failure) {
    return failure instanceof AwsServiceException answer ? answered(answer) : unanswered(failure);
  }

  /** The failure of reading an answer that began well. */
  StoreUnavailableException torn(Throwable failure) {
    return unavailable(StoreProblem.UNREACHABLE, "broke off in the middle of an archive", failure);
  }

  /** Others change the same object again and again. */
  StoreUnavailableException contended() {
    var cause = new S3FailureException("too many attempts", new StackTraceElement[0]);
    return unavailable(StoreProblem.BROKEN, "is changed by somebody else at the same time", cause);
  }

  private StoreUnavailableException answered(AwsServiceException answer) {
    var code = code(answer);
    var finding =
        Optional.ofNullable(CODES.get(code)).orElseGet(() -> byStatus(answer.statusCode(), code));
    var cause =
        new S3FailureException("HTTP " + answer.statusCode() + ' ' + code, answer.getStackTrace());
    return unavailable(finding.problem(), finding.predicate(), cause);
  }

  /** Answers to HEAD have no body, and those of gateways no code. */
  private static Finding byStatus(int status, String code) {
    var shown = code.isEmpty() ? "HTTP " + status : code;
    return switch (status) {
      case 301, 307, 308 ->
          new Finding(StoreProblem.DENIED, "is in another region or at another endpoint");
      case 401, 403 -> new Finding(StoreProblem.DENIED, "may not be used (" + shown + ')');
      case 404 -> new Finding(StoreProblem.MISSING, "does not exist");
      case 507 -> new Finding(StoreProblem.FULL, "is on a server without space");
      default -> new Finding(StoreProblem.BROKEN, "is on a server that failed (" + shown + ')');
    };
  }

  private StoreUnavailableException unanswered(SdkException failure) {
    if (chain(failure).anyMatch(CredentialsUnavailableException.class::isInstance)) {
      return unavailable(StoreProblem.DENIED, "needs credentials and none were found", failure);
    }
    if (failure instanceof AbortedException) {
      return unavailable(StoreProblem.UNREACHABLE, "was not waited for", failure);
    }
    if (chain(failure).anyMatch(UnknownHostException.class::isInstance)) {
      return unavailable(
          StoreProblem.UNREACHABLE, "is on a server whose name is not known", failure);
    }
    if (chain(failure).anyMatch(SSLException.class::isInstance)) {
      return unavailable(
          StoreProblem.UNREACHABLE, "is on a server with which no TLS is possible", failure);
    }
    return unavailable(
        failure instanceof SdkClientException ? StoreProblem.UNREACHABLE : StoreProblem.BROKEN,
        "is on a server that does not answer",
        failure);
  }

  private StoreUnavailableException unavailable(
      StoreProblem problem, String predicate, Throwable cause) {
    return new StoreUnavailableException(problem, subject + predicate, cause);
  }

  /** The server's name for the failure, without whatever else it put there; may be empty. */
  private static String code(AwsServiceException answer) {
    var details = answer.awsErrorDetails();
    var code = details == null ? null : details.errorCode();
    if (code == null) {
      return "";
    }
    var clean = code.replaceAll("[^A-Za-z0-9._-]", "");
    return clean.substring(0, Math.min(LONGEST_CODE, clean.length()));
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
