// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import wtf.metio.jaas.bench.service.ServiceProcess;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Installation;

/** Where operators work one after another: a cluster with our kinds, and a store that stays. */
final class Site implements AutoCloseable {

  private final Cluster cluster;
  private final Installation installation;
  private final Path kubeconfig;
  private final Lease lease;
  private final Path storage;
  private final int storagePort = ServiceProcess.freePort();

  private Site(Cluster cluster, Path storage) {
    this.cluster = cluster;
    this.installation = Installation.in(cluster);
    this.kubeconfig = cluster.kubeconfig(installation.operator());
    this.lease = new Lease(cluster);
    this.storage = storage;
  }

  /** Starts etcd and kube-apiserver. */
  static Site prepare() throws IOException {
    var folder = Files.createDirectories(Path.of("bench", ".results"));
    var storage = Files.createTempDirectory(folder, "operator").toAbsolutePath();
    return new Site(Cluster.start(), storage);
  }

  /** So many snippets in a namespace of their own, none of them created yet. */
  Crowd crowd(int size) {
    return Crowd.in(installation, size);
  }

  /** Starts an operator with the shipped rights and returns at once. */
  Operator operator(String launcher) {
    return Operator.start(
        launcher,
        List.of(
            "--enable-flux-integration",
            "--kubeconfig",
            kubeconfig.toString(),
            "--leader-election-namespace",
            Installation.NAMESPACE,
            "--storage-path",
            storage.toString(),
            "--storage-listen-address",
            "127.0.0.1",
            "--storage-port",
            Integer.toString(storagePort),
            "--storage-base-url",
            "http://127.0.0.1:" + storagePort),
        lease);
  }

  @Override
  public void close() throws IOException {
    lease.close();
    cluster.close();
    try (var files = Files.walk(storage)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
