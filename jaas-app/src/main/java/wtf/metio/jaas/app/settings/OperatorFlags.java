// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.app.text.GoNumber;
import wtf.metio.jaas.app.text.GoText;

/** The operator and its leader election. */
final class OperatorFlags {

  private static final List<String> PERIODS =
      List.of(
          "sec", "s", "second", "seconds", "min", "m", "minute", "minutes", "hour", "h", "hr",
          "hours");

  static final Flag<Boolean> ENABLE =
      Flag.truth(
          "enable-flux-integration", false, "Whether the operator and the storage server run.");
  static final Flag<String> DEFAULT_SERVICE_ACCOUNT =
      Flag.text(
          "default-service-account",
          "",
          "Service account, in the namespace of each snippet, for snippets that name none.");
  static final Flag<Boolean> NO_CROSS_NAMESPACE_REFS =
      Flag.truth(
          "no-cross-namespace-refs",
          true,
          "Whether snippets may refer to nothing outside of their namespace.");
  static final Flag<String> LABEL_SELECTOR =
      Flag.text("label-selector", "", "Which snippets and libraries are looked at; empty for all.");
  static final Flag<String> WATCH_NAMESPACES =
      Flag.text(
          "watch-namespaces", "", "Namespaces to look at, with commas between; empty for all.");
  static final Flag<String> RERENDER_RATE =
      Flag.text(
          "rerender-rate",
          "60/min",
          "Renders of one snippet in a period: NUMBER/PERIOD with sec, min or hour; 0/min means"
              + " unlimited.");
  static final Flag<Integer> RERENDER_BURST =
      Flag.integer("rerender-burst", 120, "Renders of one snippet that may come at once.");
  static final Flag<String> KUBECONFIG =
      Flag.path(
          "kubeconfig",
          "",
          "File that says how to reach the cluster; empty for KUBECONFIG, the pod's own account or"
              + " ~/.kube/config.");
  static final Flag<Duration> MAX_WITHDRAW_WAIT =
      Flag.duration(
          "max-withdraw-wait",
          "1h",
          "Time for withdrawing what a deleted snippet published; 0 means 1h.");
  static final Flag<Long> MAX_ARTIFACT_BYTES =
      Flag.large(
          "max-artifact-bytes", 0, "Size of one published artifact in bytes; 0 means unlimited.");
  static final Flag<Duration> ARTIFACT_GC_GRACE =
      Flag.duration(
          "artifact-gc-grace",
          "5m",
          "Time for which an artifact stays after a newer one replaced it; 0 removes it at once.");

  static final Flag<Boolean> LEADER_ELECTION =
      Flag.truth("leader-election", true, "Whether replicas agree on the one that writes.");
  static final Flag<String> LEADER_ELECTION_ID =
      Flag.text("leader-election-id", "jaas-operator", "Name of the lease they agree with.");
  static final Flag<String> LEADER_ELECTION_NAMESPACE =
      Flag.text(
          "leader-election-namespace", "", "Namespace of the lease; empty for that of the pod.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Operator (Flux integration)",
          ENABLE,
          DEFAULT_SERVICE_ACCOUNT,
          NO_CROSS_NAMESPACE_REFS,
          LABEL_SELECTOR,
          WATCH_NAMESPACES,
          RERENDER_RATE,
          RERENDER_BURST,
          KUBECONFIG,
          MAX_WITHDRAW_WAIT,
          MAX_ARTIFACT_BYTES,
          ARTIFACT_GC_GRACE);
  static final FlagGroup LEADER_FLAGS =
      FlagGroup.of(
          "Leader election", LEADER_ELECTION, LEADER_ELECTION_ID, LEADER_ELECTION_NAMESPACE);

  private OperatorFlags() {}

  static Optional<String> problemWithRerenderRate(Values values) {
    var rate = values.get(RERENDER_RATE);
    int slash = rate.indexOf('/');
    if (slash >= 0) {
      var number = GoNumber.decimal(rate.substring(0, slash).strip());
      var period = rate.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
      if (number.isPresent() && number.getAsDouble() >= 0 && PERIODS.contains(period)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        "Invalid --rerender-rate: must be NUMBER/PERIOD such as 60/min, got " + GoText.quote(rate));
  }
}
