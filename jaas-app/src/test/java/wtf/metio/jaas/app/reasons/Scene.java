// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wtf.metio.jaas.app.cluster.SourceServer;
import wtf.metio.jaas.app.cluster.TenantNamespace;
import wtf.metio.jaas.testservers.cluster.Awaiting;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * Where a case is played: a namespace of its own.
 *
 * @param store of the service
 */
record Scene(Installation installation, TenantNamespace team, SourceServer sources, Path store) {

  /** The one snippet that each case is about. */
  static final String SNIPPET = "dash";

  private static final Resource WEBHOOKS =
      new Resource("admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations");
  private static final int FAILED = 500;

  static final String GUEST = "serviceAccountName: guest, ";

  /** Describes the snippet as somebody who may do everything that is needed. */
  void describe(String spec) {
    team.snippet(SNIPPET, spec);
  }

  void program(String program) {
    team.inline(SNIPPET, program);
  }

  /** Describes the snippet as an account without any rights. */
  void describeAsGuest(String spec) {
    team.cluster().serviceAccount(team.name(), "guest");
    team.anonymous(SNIPPET, GUEST + spec);
  }

  /** From now on the guest may do what tenants may. */
  void grantGuest() {
    installation.tenant(team.name(), "guest");
  }

  /**
   * From now on nobody gets a token of an account of the namespace, until {@link #releaseTokens}:
   * whoever has a say in it cannot be reached.
   */
  void withholdTokens(String account) {
    var cluster = team.cluster();
    cluster.apply(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: %1$s}
        webhooks:
        - name: tokens.example.com
          clientConfig: {url: "https://127.0.0.1:1/tokens"}
          rules:
          - {apiGroups: [""], apiVersions: [v1], resources: [serviceaccounts/token], operations: [CREATE]}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
        """
            .formatted(team.name()));
    var tokens = Resource.SERVICE_ACCOUNTS.in(team.name(), account) + "/token";
    var request = "{apiVersion: authentication.k8s.io/v1, kind: TokenRequest, spec: {}}";
    Awaiting.until(
        () -> cluster.admin().create(tokens, KubeObject.ofYaml(request).toString()).status(),
        status -> status == FAILED);
  }

  /** Ends {@link #withholdTokens}. */
  void releaseTokens() {
    team.admin().delete(WEBHOOKS.named(team.name())).object();
  }

  /** Puts a file where the store has, or would have, a folder for the namespace. */
  void blockStore() {
    try {
      if (Files.exists(folder())) {
        Files.move(folder(), aside());
      }
      Files.writeString(folder(), "in the way");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the file away; what was there before is back. */
  void unblockStore() {
    try {
      Files.delete(folder());
      if (Files.exists(aside())) {
        Files.move(aside(), folder());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path aside() {
    return store.resolveSibling("aside-" + team.name());
  }

  private Path folder() {
    return store.resolve(team.name());
  }
}
