// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Makes clients of the SDK that do what the store needs, on whatever server. */
public final class S3ClientSetup {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration UNLIMITED = Duration.ZERO;
  private static final int CONNECTIONS = 256;

  private final S3Options options;
  private final S3Endpoint endpoint;

  /** For the bucket of these options. */
  public S3ClientSetup(S3Options options) {
    this.options = options;
    this.endpoint = new S3Endpoint(options);
  }

  /** A client with its own credentials, for whoever has no builder yet. */
  public S3Client client() {
    var builder = S3Client.builder();
    builder.credentialsProvider(new S3CredentialsProvider(options.credentials()));
    configure(builder);
    return builder.build();
  }

  /** Where the bucket is. */
  public Region region() {
    return Region.of(endpoint.region());
  }

  /** Sets everything but the credentials. */
  public void configure(S3ClientBuilder builder) {
    endpoint.override().ifPresent(builder::endpointOverride);
    builder
        .region(region())
        .forcePathStyle(endpoint.isPathStyle())
        .crossRegionAccessEnabled(endpoint.isAws())
        .dualstackEnabled(endpoint.isDualStack())
        // Checksums by trailers are what other servers trip over; those we send are headers.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(
            S3Configuration.builder()
                .chunkedEncodingEnabled(false)
                .expectContinueEnabled(false)
                .build())
        .overrideConfiguration(
            configuration -> {
              configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy());
              configuration.addExecutionInterceptor(new FenceCheck());
            })
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(options.firstByte().isZero() ? UNLIMITED : options.firstByte())
                .maxConnections(CONNECTIONS));
  }
}
