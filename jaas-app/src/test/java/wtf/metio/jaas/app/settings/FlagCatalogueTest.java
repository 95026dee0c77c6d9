// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

class FlagCatalogueTest {

  /** Name, type and default of every flag of the reference. */
  private static final List<String> REFERENCE =
      """
      listen-address string 127.0.0.1
      port string 8080
      jsonnet-endpoint-path string jsonnet
      read-timeout duration 10s
      write-timeout duration 10s
      management-listen-address string 127.0.0.1
      management-port string 8081
      management-read-timeout duration 10s
      management-write-timeout duration 10s
      snippet list
      snippet-directory list
      library-path list
      ext-var list
      evaluation-timeout duration 5s
      max-stack int 500
      max-concurrent-evals int max(4 x CPUs, 16)
      shutdown-delay duration 5s
      enable-flux-integration bool false
      default-service-account string
      no-cross-namespace-refs bool true
      label-selector string
      watch-namespaces string
      rerender-rate string 60/min
      rerender-burst int 120
      kubeconfig string
      max-withdraw-wait duration 1h
      max-artifact-bytes int64 0
      artifact-gc-grace duration 5m
      storage-path string
      storage-base-url string
      storage-backend string local
      storage-listen-address string 0.0.0.0
      storage-port string 8082
      storage-read-timeout duration 30s
      storage-write-timeout duration 5m
      storage-sweep-interval duration 10m
      storage-sweep-max-tmp-age duration 30m
      s3-endpoint string
      s3-bucket string
      s3-prefix string
      s3-region string
      s3-use-ssl bool true
      s3-access-key string
      s3-secret-key string
      s3-session-token string
      s3-anonymous bool false
      enable-webhook bool false
      webhook-cert-mode string cert-manager
      webhook-cert-dir string /tmp/k8s-webhook-server/serving-certs
      webhook-port int 9443
      webhook-service-name string jaas-webhook
      webhook-service-namespace string
      webhook-validating-config-name string
      webhook-cert-validity duration 8760h
      leader-election bool true
      leader-election-id string jaas-operator
      leader-election-namespace string
      metrics-bind-address string :8083
      enable-mcp bool false
      mcp-bind-address string :8084
      mcp-allow-mutations bool false
      tracing-endpoint string
      tracing-insecure bool false
      tracing-sample-ratio float 1.0
      log-level string info
      log-format string json
      version bool false
      """
          .lines()
          .toList();

  private static Stream<Flag<?>> flags() {
    return FlagCatalogue.GROUPS.stream().map(FlagGroup::flags).flatMap(List::stream);
  }

  @Test
  void everyFlagOfTheReferenceIsThereWithItsTypeAndDefault() {
    assertThat(REFERENCE).hasSize(67);
    assertThat(
            flags()
                .map(flag -> (flag.name() + " " + flag.word() + " " + flag.initialText()).strip()))
        .containsAll(REFERENCE);
  }

  @Test
  void noTwoFlagsShareAName() {
    assertThat(flags().map(Flag::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyFlagSaysInASentenceWhatItMeans() {
    assertThat(flags())
        .allSatisfy(flag -> assertThat(flag.meaning()).as(flag.name()).matches("[A-Z].*\\."));
  }

  @Test
  void keysAndTokensAreSecrets() {
    assertThat(flags().filter(Flag::isSecret).map(Flag::name))
        .containsExactly("s3-access-key", "s3-secret-key", "s3-session-token");
  }
}
