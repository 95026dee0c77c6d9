// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MinioServerTest {

  private static URI health(MinioServer server) {
    return server.endpoint().resolve("/minio/health/ready");
  }

  @Test
  void itComesBackOnTheSamePort() {
    try (var server = MinioServer.start()) {
      var endpoint = server.endpoint();
      server.stop();
      assertThat(Loopback.answers(health(server))).isFalse();
      server.restart();
      assertThat(server.endpoint()).isEqualTo(endpoint);
      assertThat(Loopback.answers(health(server))).isTrue();
      server.kill();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(Loopback.answers(health(server))).isTrue();
    }
  }

  @Test
  void frozenItDoesNotAnswer() {
    try (var server = MinioServer.start()) {
      server.freeze();
      assertThat(Loopback.answers(health(server))).isFalse();
      server.thaw();
      assertThat(Loopback.answers(health(server))).isTrue();
    }
  }
}
