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
 * Fetches all the time what is advertised, and complains about what cannot be had.
 *
 * <p>An address that was given up a moment ago may be gone; so it is looked again whether it is
 * still advertised. That no replica lives is no complaint, and neither is an API server that is
 * away.
 */
final class Consumer implements AutoCloseable {

  private static final long PAUSE_NANOS = 20_000_000;

  private final Api api;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicLong fetched = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  Consumer(Api api) {
    this.api = api;
    this.thread = Thread.ofVirtual().name("consumer").start(this::run);
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** How often something was had as it was advertised. */
  long fetched() {
    return fetched.get();
  }

  private void run() {
    while (!closed) {
      try {
        api.get(Resource.EXTERNAL_ARTIFACTS.everywhere()).items().forEach(this::check);
      } catch (UncheckedIOException | AssertionError _) {
        // The API server is away, or has just come and is not ready.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void check(KubeObject artifact) {
    var url = artifact.text("/status/artifact/url").orElse("");
    if (url.isEmpty()) {
      return;
    }
    var archive = Archive.fetch(url);
    if (archive.status() == 200) {
      var digest = artifact.text("/status/artifact/digest").orElse("");
      complainUnless(digest.equals(archive.digest()), url + " is torn");
      fetched.incrementAndGet();
    } else if (archive.status() != 502) {
      complainUnless(!isAdvertised(artifact, url), url + " is " + archive.status());
    }
  }

  private boolean isAdvertised(KubeObject artifact, String url) {
    var path = Resource.EXTERNAL_ARTIFACTS.in(artifact.namespace().orElseThrow(), artifact.name());
    var now = api.get(path);
    return now.succeeded() && now.object().text("/status/artifact/url").orElse("").equals(url);
  }

  private void complainUnless(boolean well, String complaint) {
    if (!well) {
      complaints.add(complaint);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
