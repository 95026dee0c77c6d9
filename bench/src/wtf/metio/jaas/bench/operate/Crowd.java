// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import wtf.metio.jaas.testservers.cluster.Answer;
import wtf.metio.jaas.testservers.cluster.Api;
import wtf.metio.jaas.testservers.cluster.Installation;
import wtf.metio.jaas.testservers.cluster.KubeObject;
import wtf.metio.jaas.testservers.cluster.Resource;
import wtf.metio.jaas.testservers.cluster.Watch;

/**
 * The snippets of one namespace, which eight clients submit as fast as the API server takes them.
 * One watch follows them all.
 */
final class Crowd implements AutoCloseable {

  private static final int CLIENTS = 8;
  private static final String TENANT = "tenant";

  private final Api clients;
  private final String namespace;
  private final Watch watch;
  private final Duration[] waits;
  private final String[] addresses;
  private final AtomicLongArray begun;
  private final LongAccumulator submitted = new LongAccumulator(Math::max, Long.MIN_VALUE);

  private Crowd(Api clients, String namespace, int size) {
    this.clients = clients;
    this.namespace = namespace;
    this.watch = clients.watch(Resource.SNIPPETS.in(namespace));
    this.waits = new Duration[size];
    this.addresses = new String[size];
    this.begun = new AtomicLongArray(size);
  }

  /** So many who are not created yet, in a namespace where a service account may publish. */
  static Crowd in(Installation installation, int size) {
    var namespace = installation.cluster().namespace("crowd");
    installation.tenant(namespace, TENANT);
    return new Crowd(installation.cluster().admin(), namespace, size);
  }

  int size() {
    return waits.length;
  }

  /**
   * Makes clients and watch as quick as they become, before anything is measured. Nobody may look
   * after the snippets yet.
   */
  void rehearse() {
    wave(this::create, _ -> true);
    delete();
  }

  Timing create() {
    return wave(this::create, event -> isPublished(event.object(), "1"));
  }

  private Answer create(int number) {
    return clients.create(Resource.SNIPPETS.in(namespace), Dashboard.snippet(number, TENANT));
  }

  Timing edit() {
    return wave(
        number -> clients.patch(path(number), Dashboard.edit(number)),
        event -> isPublished(event.object(), "2"));
  }

  Timing delete() {
    return wave(number -> clients.delete(path(number)), event -> event.type().equals("DELETED"));
  }

  private String path(int number) {
    return Resource.SNIPPETS.in(namespace, Dashboard.name(number));
  }

  /** Whether an edition is ready, at an address that the one before did not have. */
  private boolean isPublished(KubeObject snippet, String generation) {
    var address = snippet.text("/status/artifactURL").orElse("");
    int number = Dashboard.number(snippet.name());
    boolean published =
        snippet.text("/metadata/generation").equals(Optional.of(generation))
            && snippet.is("Ready", "True")
            && snippet
                .condition("Ready")
                .flatMap(ready -> ready.text("/observedGeneration"))
                .equals(Optional.of(generation))
            && !address.isEmpty()
            && !address.equals(addresses[number]);
    if (published) {
      addresses[number] = address;
    }
    return published;
  }

  private Timing wave(IntFunction<Answer> request, Predicate<Watch.Event> done) {
    long begin = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
      var requests = submit(pool, request);
      try {
        follow(done);
      } catch (AssertionError silence) {
        requests.stream()
            .filter(sent -> sent.state() == Future.State.FAILED)
            .forEach(sent -> silence.addSuppressed(sent.exceptionNow()));
        pool.shutdownNow();
        throw silence;
      }
    }
    long end = System.nanoTime();
    return Timing.of(
        Duration.ofNanos(submitted.get() - begin), Duration.ofNanos(end - begin), waits);
  }

  private List<? extends Future<?>> submit(ExecutorService pool, IntFunction<Answer> request) {
    return IntStream.range(0, size())
        .mapToObj(
            number ->
                pool.submit(
                    () -> {
                      begun.set(number, System.nanoTime());
                      request.apply(number).object();
                      submitted.accumulate(System.nanoTime());
                    }))
        .toList();
  }

  private void follow(Predicate<Watch.Event> done) {
    var waiting = new boolean[size()];
    Arrays.fill(waiting, true);
    for (int left = size(); left > 0; ) {
      var event = watch.until(_ -> true).getFirst();
      int number = Dashboard.number(event.object().name());
      if (waiting[number] && done.test(event)) {
        waits[number] = Duration.ofNanos(System.nanoTime() - begun.get(number));
        waiting[number] = false;
        left--;
      }
    }
  }

  @Override
  public void close() {
    watch.close();
  }
}
