// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.KubeConnection;
import wtf.metio.jaas.operator.kube.KubeOptions;
import wtf.metio.jaas.operator.kube.RequestListener;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.testservers.cluster.Cluster;

class ExpiredIT {

  @Test
  void aPositionThatARealServerForgotIsRefusedAsExpired() {
    // What is defined now has a history that begins now.
    Cluster.shared().apply(Path.of("../deploy/crds/jaas.metio.wtf_jsonnetsnippets.yaml"));
    var options = KubeOptions.of(Cluster.shared().server().kubeconfig().toString(), "test");
    try (var connection = KubeConnection.open(options, RequestListener.NONE)) {
      var server = new HttpObjectServer(connection.watches(), FeedOptions.DEFAULT);

      assertThat(codeOf(server, "1")).isEqualTo(410);
    }
  }

  private static int codeOf(ObjectServer server, String version) {
    try (var changes = server.watch(Selection.of(ResourceType.SNIPPET), version)) {
      return changes.next().orElseThrow() instanceof Change.Refusal refusal ? refusal.code() : 0;
    } catch (RefusedException refused) {
      return refused.isPosition() ? 410 : 0;
    } catch (IOException broken) {
      throw new AssertionError("neither told nor refused", broken);
    }
  }
}
