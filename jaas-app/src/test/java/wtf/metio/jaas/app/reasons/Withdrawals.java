// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.operator.reconcile.withdrawal.ForceCause;
import wtf.metio.jaas.testservers.cluster.Resource;

/** Published snippets that cannot be withdrawn. */
final class Withdrawals {

  private static final String ONLY_ARTIFACT =
      "the stored tarballs were deleted, only the ExternalArtifact could not be removed as the"
          + " tenant";

  private Withdrawals() {}

  /**
   * Sees that a snippet cannot be withdrawn.
   *
   * @return what is said to be left of it
   */
  static String obstruct(Scene scene, ForceCause cause) {
    return switch (cause) {
      case TENANT_CLIENT_PERMANENT -> {
        scene.team().anonymous(Scene.SNIPPET, Scene.GUEST + "files: {main.jsonnet: '{}'}");
        scene.team().await(Scene.SNIPPET, "False", Reason.SERVICE_ACCOUNT_MISSING.text());
        disown(scene);
        yield ONLY_ARTIFACT;
      }
      case WITHDRAW_PERMANENT -> {
        scene.describeAsGuest("suspend: true, files: {main.jsonnet: '{}'}");
        scene.team().await(Scene.SNIPPET, "False", Reason.SUSPENDED.text());
        disown(scene);
        yield ONLY_ARTIFACT;
      }
      case WITHDRAW_TIMED_OUT -> {
        scene.blockStore();
        yield "storage may carry orphaned tarballs under " + scene.team().name() + "/dash/";
      }
      case TENANT_CLIENT_TIMEOUT -> {
        scene.team().cluster().serviceAccount(scene.team().name(), "guest");
        scene.withholdTokens("guest");
        scene.team().anonymous(Scene.SNIPPET, Scene.GUEST + "files: {main.jsonnet: '{}'}");
        scene.team().await(Scene.SNIPPET, "False", Reason.SOURCE_FETCH_FAILED.text());
        yield ONLY_ARTIFACT;
      }
    };
  }

  /** Nobody will collect the ExternalArtifact, and the account may neither delete nor change it. */
  private static void disown(Scene scene) {
    var path = Resource.EXTERNAL_ARTIFACTS.in(scene.team().name(), Scene.SNIPPET);
    scene.team().admin().patch(path, "{\"metadata\": {\"ownerReferences\": null}}").object();
  }

  /** Removes what was left, as somebody has to. */
  static void clear(Scene scene, ForceCause cause) {
    switch (cause) {
      case TENANT_CLIENT_PERMANENT, WITHDRAW_PERMANENT -> removeArtifact(scene);
      case WITHDRAW_TIMED_OUT -> scene.unblockStore();
      case TENANT_CLIENT_TIMEOUT -> {
        scene.releaseTokens();
        removeArtifact(scene);
      }
    }
  }

  private static void removeArtifact(Scene scene) {
    scene.team().delete(Resource.EXTERNAL_ARTIFACTS, Scene.SNIPPET);
  }
}
