// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import software.amazon.awssdk.core.exception.SdkClientException;

/** Nobody offered credentials. */
final class CredentialsUnavailableException extends SdkClientException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 2_000;

  /** A failure; of the other one only the beginning of its message is kept, whoever wrote it. */
  CredentialsUnavailableException(SdkClientException failure) {
    super(builder().message(beginning("" + failure.getMessage())));
  }

  @Override
  public boolean retryable() {
    return false;
  }

  private static String beginning(String message) {
    return message.substring(0, Math.min(LONGEST, message.length()));
  }
}
