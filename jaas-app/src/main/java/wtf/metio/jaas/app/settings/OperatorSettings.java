// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Publishing what the snippets of a cluster describe.
 *
 * @param enabled whether anything is
 * @param kubeconfig file that says how to reach the cluster; empty for the usual places
 * @param defaultServiceAccount for snippets that name none; empty for none
 * @param labelSelector which snippets and libraries; empty for all
 * @param namespaces of snippets and libraries; empty for all
 * @param maxWithdrawWait after which a deleted snippet goes although what it published is still
 *     there
 * @param workers how many snippets are looked at side by side
 * @param cachePath folder for downloaded sources, of this process alone
 */
public record OperatorSettings(
    boolean enabled,
    String kubeconfig,
    String defaultServiceAccount,
    String labelSelector,
    List<String> namespaces,
    Duration maxWithdrawWait,
    int workers,
    String cachePath,
    Election election) {

  private static final Duration USUAL_WITHDRAW_WAIT = Duration.ofHours(1);
  private static final Path POD_NAMESPACE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  /**
   * How replicas agree on the one that writes.
   *
   * @param isWanted whether they have to
   * @param lease its name
   * @param namespace of the lease; empty if nobody says, and this is no pod
   */
  public record Election(boolean isWanted, String lease, String namespace) {}

  public OperatorSettings {
    namespaces = List.copyOf(namespaces);
  }

  static OperatorSettings from(Values values, Map<String, String> environment) {
    var wait = values.get(OperatorFlags.MAX_WITHDRAW_WAIT);
    return new OperatorSettings(
        values.get(OperatorFlags.ENABLE),
        values.get(OperatorFlags.KUBECONFIG),
        values.get(OperatorFlags.DEFAULT_SERVICE_ACCOUNT),
        values.get(OperatorFlags.LABEL_SELECTOR),
        namespaces(values.get(OperatorFlags.WATCH_NAMESPACES)),
        wait.isZero() ? USUAL_WITHDRAW_WAIT : wait,
        values.get(DirectorySettings.WORKERS),
        cachePath(values.get(DirectorySettings.STATE_PATH)),
        new Election(
            values.get(OperatorFlags.LEADER_ELECTION),
            values.get(OperatorFlags.LEADER_ELECTION_ID),
            leaseNamespace(values.get(OperatorFlags.LEADER_ELECTION_NAMESPACE), environment)));
  }

  private static List<String> namespaces(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String cachePath(String statePath) {
    return statePath.isEmpty() ? System.getProperty("java.io.tmpdir") + "/jaas" : statePath;
  }

  private static String leaseNamespace(String given, Map<String, String> environment) {
    if (!given.isEmpty()) {
      return given;
    }
    var podNamespace = environment.getOrDefault("POD_NAMESPACE", "");
    if (!podNamespace.isEmpty()) {
      return podNamespace;
    }
    try {
      return Files.readString(POD_NAMESPACE).strip();
    } catch (IOException _) {
      return "";
    }
  }
}
