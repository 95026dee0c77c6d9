// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

/**
 * An answer of the server that was a failure.
 *
 * <p>It stands for the SDK's exception, whose message is whatever the server said: of unlimited
 * length, and perhaps with parts of our own request in it.
 */
final class S3FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  S3FailureException(String message, StackTraceElement[] trace) {
    super(message);
    setStackTrace(trace);
  }
}
