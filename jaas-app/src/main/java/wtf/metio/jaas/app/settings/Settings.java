// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.Values;

/** Everything that can be set, checked. */
public record Settings(
    RenderSettings render,
    ManagementSettings management,
    SnippetSettings snippets,
    ExternalVariableSettings externalVariables,
    EvaluationSettings evaluation,
    QueueSettings queue,
    CacheSettings caches,
    StorageSettings storage,
    PublishingSettings publishing,
    DirectorySettings directory,
    OperatorSettings operator,
    S3Settings s3,
    LifecycleSettings lifecycle,
    MetricsSettings metrics,
    TracingSettings tracing,
    LoggingSettings logging) {

  static Settings from(Values values, Map<String, String> environment) {
    return new Settings(
        RenderSettings.from(values),
        ManagementSettings.from(values),
        SnippetSettings.from(values),
        ExternalVariableSettings.from(values, environment),
        EvaluationSettings.from(values),
        QueueSettings.from(values),
        CacheSettings.from(values),
        StorageSettings.from(values),
        PublishingSettings.from(values),
        DirectorySettings.from(values),
        OperatorSettings.from(values, environment),
        S3Settings.from(values),
        LifecycleSettings.from(values),
        MetricsSettings.from(values),
        TracingSettings.from(values, environment),
        LoggingSettings.from(values));
  }

  /** A server that cannot do without its address. */
  private record Server(Flag<?> flag, String host, int port) {

    Optional<String> conflict(Server other) {
      return host.equals(other.host) && port == other.port
          ? Optional.of(flag + " and " + other.flag + " are both " + port + " on " + shown())
          : Optional.empty();
    }

    private String shown() {
      return host.isEmpty() ? "every address" : host;
    }
  }

  /** Whether archives are stored and served. */
  public boolean publishes() {
    return directory.enabled() || operator.enabled();
  }

  /** What cannot be done although each setting is right by itself, a sentence each. */
  List<String> problems() {
    var problems = new ArrayList<>(conflicts());
    var election = operator.election();
    if (operator.enabled() && election.isWanted() && election.namespace().isEmpty()) {
      problems.add(
          "Invalid "
              + OperatorFlags.LEADER_ELECTION_NAMESPACE
              + ": required outside of a cluster; with a single replica "
              + OperatorFlags.LEADER_ELECTION
              + "=false does as well");
    }
    return problems;
  }

  /** Servers that want the same address, a sentence each. */
  private List<String> conflicts() {
    var servers = new ArrayList<Server>();
    servers.add(new Server(RenderSettings.PORT, render.listenAddress(), render.port()));
    servers.add(new Server(ManagementSettings.PORT, management.listenAddress(), management.port()));
    if (metrics.enabled() && metrics.essential()) {
      servers.add(new Server(MetricsSettings.BIND_ADDRESS, metrics.host(), metrics.port()));
    }
    if (publishes()) {
      servers.add(new Server(StorageFlags.PORT, storage.listenAddress(), storage.port()));
    }
    var conflicts = new ArrayList<String>();
    for (int i = 0; i < servers.size(); i++) {
      for (var other : servers.subList(i + 1, servers.size())) {
        servers.get(i).conflict(other).ifPresent(conflicts::add);
      }
    }
    return conflicts;
  }
}
