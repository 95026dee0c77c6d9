// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;

/**
 * Fetches all the time what is advertised, also while the API server is away, and complains about
 * what cannot be had.
 *
 * <p>An address that was given up a moment ago may be gone; so it is looked again whether it is
 * still advertised. That no replica lives is no complaint.
 */
final class Consumer implements AutoCloseable {

  private static final long PAUSE_NANOS = 20_000_000;
  private static final int OK = 200;
  private static final int GONE = 404;
  private static final int NOBODY = 502;

  private final Api api;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicLong fetched = new AtomicLong();
  private final List<Thread> threads;
  private volatile List<KubeObject> advertised = List.of();
  private volatile boolean closed;

  Consumer(Api api) {
    this.api = api;
    this.threads =
        List.of(
            Thread.ofVirtual().name("consumer-look").start(() -> again(this::look)),
            Thread.ofVirtual().name("consumer-fetch").start(() -> again(this::fetch)));
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** How often something was had as it was advertised. */
  long fetched() {
    return fetched.get();
  }

  private void again(Runnable task) {
    while (!closed) {
      try {
        task.run();
      } catch (UncheckedIOException | AssertionError _) {
        // The API server is away, or has just come and is not ready.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look() {
    advertised = api.get(Resource.EXTERNAL_ARTIFACTS.everywhere()).items();
  }

  private void fetch() {
    advertised.forEach(this::check);
  }

  private void check(KubeObject artifact) {
    var url = url(artifact);
    if (url.isEmpty() || closed) {
      return;
    }
    var archive = Archive.fetch(url);
    boolean well = archive.status() == OK && digest(artifact).equals(archive.digest());
    if (well) {
      fetched.incrementAndGet();
    } else if (archive.status() != NOBODY && isAdvertised(artifact)) {
      complaints.add(url + " is " + (archive.status() == OK ? "torn" : archive.status()));
    }
  }

  /** Waits for an API server that is away, as nothing else can tell. */
  private boolean isAdvertised(KubeObject artifact) {
    var path = Resource.EXTERNAL_ARTIFACTS.in(artifact.namespace().orElseThrow(), artifact.name());
    while (!closed) {
      try {
        var now = api.get(path);
        if (now.succeeded() || now.status() == GONE) {
          return now.succeeded() && isSame(artifact, now.body());
        }
      } catch (UncheckedIOException _) {
        // It is away.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  private static boolean isSame(KubeObject one, KubeObject other) {
    return url(one).equals(url(other)) && digest(one).equals(digest(other));
  }

  private static String url(KubeObject artifact) {
    return artifact.text("/status/artifact/url").orElse("");
  }

  private static String digest(KubeObject artifact) {
    return artifact.text("/status/artifact/digest").orElse("");
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (var thread : threads) {
      thread.join();
    }
  }
}
