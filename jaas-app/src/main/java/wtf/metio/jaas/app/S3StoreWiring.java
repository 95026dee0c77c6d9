// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3AutoConfiguration;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import wtf.metio.jaas.app.settings.S3Settings;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.storage.s3.Checksums;
import wtf.metio.jaas.storage.s3.PathStyle;
import wtf.metio.jaas.storage.s3.S3ArtifactStore;
import wtf.metio.jaas.storage.s3.S3ClientSetup;
import wtf.metio.jaas.storage.s3.S3Credentials;
import wtf.metio.jaas.storage.s3.S3CredentialsProvider;
import wtf.metio.jaas.storage.s3.S3Options;

/**
 * Keeps archives in a bucket. Taken in only where settings ask for it, so that nobody else pays for
 * the SDK.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({AwsAutoConfiguration.class, S3AutoConfiguration.class})
class S3StoreWiring {

  /** What the client takes from properties alone: uploads as they are, not in signed pieces. */
  static final Map<String, Object> PROPERTIES =
      Map.of("spring.cloud.aws.s3.chunked-encoding-enabled", "false");

  @Bean
  S3Options s3Options(Settings settings) {
    return options(settings.s3(), settings.storage().readTimeout());
  }

  @Bean
  S3ClientSetup s3ClientSetup(S3Options options) {
    return new S3ClientSetup(options);
  }

  @Bean
  AwsCredentialsProvider awsCredentials(S3Options options) {
    return new S3CredentialsProvider(options.credentials());
  }

  @Bean
  AwsRegionProvider awsRegion(S3ClientSetup setup) {
    return setup::region;
  }

  @Bean
  S3ClientCustomizer s3ClientCustomizer(S3ClientSetup setup) {
    return setup::configure;
  }

  @Bean
  ArtifactStore artifactStore(S3Client client, S3Options options, Settings settings) {
    return new S3ArtifactStore(
        client, options, InstantSource.system(), settings.storage().installationId());
  }

  private static S3Options options(S3Settings s3, Duration firstByte) {
    return new S3Options(
        s3.endpoint(),
        s3.isSecure(),
        s3.region(),
        s3.bucket(),
        s3.prefix(),
        PathStyle.valueOf(s3.pathStyle().toUpperCase(Locale.ROOT)),
        Checksums.valueOf(s3.checksum().toUpperCase(Locale.ROOT)),
        firstByte,
        credentials(s3.keys()));
  }

  private static S3Credentials credentials(S3Settings.Keys keys) {
    if (keys.isAnonymous()) {
      return new S3Credentials.Anonymous();
    }
    return keys.access().isEmpty()
        ? new S3Credentials.Ambient()
        : new S3Credentials.Fixed(
            keys.access(), keys.secret(), keys.session().isEmpty() ? null : keys.session());
  }
}
