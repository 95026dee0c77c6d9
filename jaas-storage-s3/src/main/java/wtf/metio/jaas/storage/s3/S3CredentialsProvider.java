// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials for the SDK; nothing is asked for them before the first request. */
public final class S3CredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {

  private final AwsCredentialsProvider provider;

  /** What the settings ask for. */
  public S3CredentialsProvider(S3Credentials credentials) {
    this.provider =
        switch (credentials) {
          case S3Credentials.Anonymous() -> AnonymousCredentialsProvider.create();
          case S3Credentials.Fixed(var access, var secret, var token) ->
              StaticCredentialsProvider.create(fixed(access, secret, token));
          case S3Credentials.Ambient() -> DefaultCredentialsProvider.builder().build();
        };
  }

  private static AwsCredentials fixed(String access, String secret, @Nullable String token) {
    return token == null
        ? AwsBasicCredentials.create(access, secret)
        : AwsSessionCredentials.create(access, secret, token);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (SdkClientException e) {
      throw new CredentialsUnavailableException(e);
    }
  }

  @Override
  public void close() {
    if (provider instanceof SdkAutoCloseable open) {
      open.close();
    }
  }
}
