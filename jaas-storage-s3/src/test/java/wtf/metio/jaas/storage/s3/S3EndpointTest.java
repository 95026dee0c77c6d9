// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3EndpointTest {

  private static S3Endpoint endpoint(String host, boolean tls, String region, PathStyle style) {
    return new S3Endpoint(
        new S3Options(
            host,
            tls,
            region,
            "bucket",
            "",
            style,
            Checksums.MD5,
            Duration.ZERO,
            new S3Credentials.Anonymous()));
  }

  @ParameterizedTest
  @CsvSource({
    "s3.amazonaws.com, '', us-east-1",
    "s3.amazonaws.com, eu-west-1, eu-west-1",
    "S3.amazonaws.com:443, '', us-east-1",
    "s3.eu-central-1.amazonaws.com, '', eu-central-1",
    "s3.eu-central-1.amazonaws.com, eu-west-3, eu-west-3",
    "s3-us-west-2.amazonaws.com, '', us-west-2",
    "s3.dualstack.us-gov-west-1.amazonaws.com, '', us-gov-west-1",
    "s3.cn-north-1.amazonaws.com.cn, '', cn-north-1",
  })
  void publicAddressesOfAwsAreLeftToItsSdk(String host, String region, String effective) {
    var endpoint = endpoint(host, true, region, PathStyle.AUTO);
    assertThat(endpoint.isAws()).isTrue();
    assertThat(endpoint.override()).isEmpty();
    assertThat(endpoint.region()).isEqualTo(effective);
    assertThat(endpoint.isPathStyle()).isFalse();
    assertThat(endpoint.isDualStack()).isEqualTo(host.contains("dualstack"));
  }

  @ParameterizedTest
  @CsvSource({
    "minio:9000, false, '', http://minio:9000, us-east-1, true",
    "minio.example.org, true, north, https://minio.example.org, north, true",
    "storage.googleapis.com, true, '', https://storage.googleapis.com, us-east-1, true",
    "s3.amazonaws.com, false, '', http://s3.amazonaws.com, us-east-1, true",
    "s3.amazonaws.com.example.org, true, '', https://s3.amazonaws.com.example.org, us-east-1, true",
    "oss-cn-hangzhou.aliyuncs.com, true, '', https://oss-cn-hangzhou.aliyuncs.com, us-east-1,"
        + " false",
    "bucket.vpce-1a2b.s3.us-east-1.vpce.amazonaws.com, true, '',"
        + " https://bucket.vpce-1a2b.s3.us-east-1.vpce.amazonaws.com, us-east-1, true",
    "[::1]:9000, false, '', http://[::1]:9000, us-east-1, true",
  })
  void othersAreAskedWhereTheyAre(
      String host, boolean tls, String region, String address, String effective, boolean path) {
    var endpoint = endpoint(host, tls, region, PathStyle.AUTO);
    assertThat(endpoint.isAws()).isFalse();
    assertThat(endpoint.override()).hasValueSatisfying(uri -> assertThat(uri).hasToString(address));
    assertThat(endpoint.region()).isEqualTo(effective);
    assertThat(endpoint.isPathStyle()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"s3.amazonaws.com", "minio:9000"})
  void thePlaceOfTheBucketCanBeSaid(String host) {
    assertThat(endpoint(host, true, "", PathStyle.TRUE).isPathStyle()).isTrue();
    assertThat(endpoint(host, true, "", PathStyle.FALSE).isPathStyle()).isFalse();
  }
}
