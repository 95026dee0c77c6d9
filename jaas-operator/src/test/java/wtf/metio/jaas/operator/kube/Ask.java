// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** What the tests of this room ask for. */
final class Ask {

  static final ResourceType MAP = new ResourceType("", "v1", "configmaps", "ConfigMap");

  private Ask() {}

  static KubeOptions options(Path kubeconfig, Duration patience) {
    return new KubeOptions(kubeconfig.toString(), "jaas/tests", patience, patience, 8);
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static JsonObject map(ResourceName name, String sky) {
    return json(
        """
        {"apiVersion": "v1", "kind": "ConfigMap",
         "metadata": {"namespace": "%s", "name": "%s"}, "data": {"sky": "%s"}}
        """
            .formatted(name.namespace(), name.name(), sky));
  }

  static String sky(Reply reply) {
    return ((Reply.Done) reply).object().part("data").get("sky").getAsString();
  }

  static Reply.Refused refused(Reply reply) {
    return (Reply.Refused) reply;
  }
}
