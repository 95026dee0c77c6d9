// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.FeedOptions;
import wtf.metio.jaas.testservers.cluster.Cluster;
import wtf.metio.jaas.testservers.cluster.Resource;

class ManyWatchedIT {

  private static final int SNIPPETS = 5000;

  @Test
  @Tag("long")
  void manySnippetsAreListedInSeconds() {
    try (var cluster = Cluster.start()) {
      Lookout.defineOurs(cluster);
      create(cluster, cluster.namespace("many"));

      long heapBefore = heap();
      long began = System.nanoTime();
      var options = new WatchOptions(List.of(), "", FeedOptions.DEFAULT, () -> 0.5);
      try (var lookout = Lookout.at(cluster, options).synced()) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(lookout.cluster().snippets()).hasSize(SNIPPETS);
        System.out.printf(
            "%d snippets: listed, read and told in %d ms; %d KiB of heap, %d bytes each%n",
            SNIPPETS,
            took.toMillis(),
            (heap() - heapBefore) >> 10,
            (heap() - heapBefore) / SNIPPETS);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
      }
    }
  }

  private static void create(Cluster cluster, String namespace) {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < SNIPPETS; i++) {
        var name = new ResourceName(namespace, "snippet-" + i);
        threads.execute(
            () ->
                cluster
                    .admin()
                    .create(Resource.SNIPPETS.in(namespace), Lookout.snippet(name, ""))
                    .object());
      }
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.onSpinWait();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
