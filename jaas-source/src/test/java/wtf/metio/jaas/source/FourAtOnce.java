// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.source.http.Names;
import wtf.metio.jaas.source.urlguard.Cidr;

/**
 * Fetches each of some addresses four times at once, and tells by how much the memory in use grew
 * meanwhile: {@code FourAtOnce FOLDER URL...}. Runs as a process of its own with little memory.
 */
final class FourAtOnce {

  private static final long PAUSE = 30_000_000;

  private FourAtOnce() {}

  public static void main(String[] arguments) throws Exception {
    var loopback = List.of(Cidr.of("127.0.0.0/8").orElseThrow());
    var settings = SourceSettings.in(Path.of(arguments[0]), 256L << 20, loopback);
    try (var sources = new ArtifactSources(settings, Names.SYSTEM, _ -> {})) {
      // Whatever is loaded once and stays is no growth.
      fetched(sources, arguments[1], "warm");
      for (var url : List.of(arguments).subList(1, arguments.length)) {
        System.out.println(url + ' ' + grown(sources, url));
      }
    }
  }

  /** What became of it, and by how many bytes memory grew at the most. */
  private static String grown(ArtifactSources sources, String url) throws Exception {
    var most = new AtomicLong();
    var over = new AtomicBoolean();
    long before = used();
    var watch =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    most.accumulateAndGet(used(), Math::max);
                    LockSupport.parkNanos(PAUSE);
                  }
                });
    var results = new ArrayList<String>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var fetches = new ArrayList<Callable<String>>();
      for (int i = 0; i < 4; i++) {
        var revision = "r" + i;
        fetches.add(() -> fetched(sources, url, revision));
      }
      for (var result : executor.invokeAll(fetches)) {
        results.add(result.get());
      }
    }
    over.set(true);
    watch.join();
    return Math.max(0, most.get() - before) + " " + results.getFirst().replace(' ', '_');
  }

  private static String fetched(ArtifactSources sources, String url, String revision) {
    var found = (Location.Found) sources.locate(new ArtifactAddress(url, revision, ""), "");
    return switch (found.download().fetch(Cancellation.NEVER)) {
      case Delivery.Delivered(var tree) -> {
        try (tree) {
          yield "files: " + tree.paths().size();
        }
      }
      case Delivery.Undelivered(var problem) -> problem.message();
    };
  }

  /** What is in use, as the collector saw it: what comes up after it may be garbage already. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
