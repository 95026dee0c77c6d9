// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.storage.s3.FakeS3.Answer;
import wtf.metio.jaas.storage.s3.FakeS3.Request;

class FixedCredentialsTest {

  private static Request probedWith(S3Credentials credentials) {
    try (var server = FakeS3.answering(_ -> Answer.FINE)) {
      var options = server.options(credentials);
      try (var store =
          new S3ArtifactStore(
              new S3ClientSetup(options).client(), options, InstantSource.system())) {
        assertThat(store.probe()).isEqualTo(new StoreHealth.Well());
      }
      return server.request("PUT");
    }
  }

  @Test
  void keysSignRequests() {
    var put = probedWith(new S3Credentials.Fixed("access", "secret", null));
    assertThat(put.header("Authorization")).contains("Credential=access/", "/us-east-1/s3/");
    assertThat(put.headers()).doesNotContainKey("X-amz-security-token");
  }

  @Test
  void aSessionTokenGoesWithThem() {
    var put = probedWith(new S3Credentials.Fixed("access", "secret", "token"));
    assertThat(put.header("X-amz-security-token")).isEqualTo("token");
  }

  @Test
  void nobodySignsNothing() {
    var put = probedWith(new S3Credentials.Anonymous());
    assertThat(put.headers()).doesNotContainKeys("Authorization", "X-amz-security-token");
  }
}
