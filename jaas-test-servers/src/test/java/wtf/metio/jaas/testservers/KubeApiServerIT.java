// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("long")
@Timeout(1800)
class KubeApiServerIT {

  private static final String NAMESPACE =
      "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"team\"}}";

  private KubeApiServer cluster;

  @BeforeEach
  void start() {
    cluster = KubeApiServer.start();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private int ask(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(cluster.endpoint() + path))
            .header("Authorization", "Bearer " + cluster.adminToken())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(20))
            .build();
    try (var client =
        HttpClient.newBuilder().sslContext(PemFile.trusting(cluster.certificate())).build()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void whatIsStoredIsThereAfterBothServersWereKilled() throws Exception {
    assertThat(ask("POST", "/api/v1/namespaces", NAMESPACE)).isEqualTo(201);
    cluster.kill();
    cluster.etcd().kill();
    cluster.etcd().restart();
    cluster.restart();
    assertThat(ask("GET", "/api/v1/namespaces/team", "")).isEqualTo(200);
  }

  @Test
  void aNamespaceIsRemovedByTheControllers() throws Exception {
    try (var _ = KubeControllers.start(cluster)) {
      assertThat(ask("POST", "/api/v1/namespaces", NAMESPACE)).isEqualTo(201);
      assertThat(ask("DELETE", "/api/v1/namespaces/team", "")).isEqualTo(200);
      while (ask("GET", "/api/v1/namespaces/team", "") != 404) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }
}
