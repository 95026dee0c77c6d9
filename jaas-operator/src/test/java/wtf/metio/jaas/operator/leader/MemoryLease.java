// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ObjectChannel.Watching;
import wtf.metio.jaas.operator.kube.Reply;

/** A lease in memory, as an API server would keep it. Any number of threads may use it. */
final class MemoryLease {

  private final Set<Consumer<KubeObject>> watchers = ConcurrentHashMap.newKeySet();
  private @Nullable KubeObject lease;
  private long version = 100;
  private Optional<Instant> now = Optional.empty();

  /** The lease as one replica reaches it. */
  Reach reach() {
    return new Reach();
  }

  synchronized LeaseRecord record() {
    return LeaseRecord.of(lease);
  }

  /** Somebody writes to the lease without asking which version it is. */
  synchronized void overwrite(String text) {
    var json = JsonParser.parseString(text).getAsJsonObject();
    if (!json.has("metadata")) {
      json.add("metadata", new JsonObject());
    }
    store(json);
  }

  synchronized @Nullable KubeObject lease() {
    return lease;
  }

  synchronized void remove() {
    lease = null;
  }

  synchronized void clock(Instant time) {
    now = Optional.of(time);
  }

  private Reply.Done store(JsonObject json) {
    json.getAsJsonObject("metadata").addProperty("resourceVersion", Long.toString(++version));
    var stored = new KubeObject(json);
    lease = stored;
    watchers.forEach(watcher -> watcher.accept(stored));
    return new Reply.Done(stored);
  }

  private synchronized Reply get() {
    return lease == null ? refused(404) : new Reply.Done(lease);
  }

  private synchronized Reply put(@Nullable KubeObject base, LeaseRecord record) {
    if (base == null) {
      return lease == null ? store(fresh(record)) : refused(409);
    }
    if (lease == null) {
      return refused(404);
    }
    return lease.resourceVersion().equals(base.resourceVersion())
        ? store(LeaseStore.with(base, record))
        : refused(409);
  }

  private static JsonObject fresh(LeaseRecord record) {
    var json = new JsonObject();
    json.add("metadata", new JsonObject());
    json.add("spec", record.spec());
    return json;
  }

  private static Reply refused(int code) {
    return new Reply.Refused(code, "", "refused with " + code);
  }

  /** How one replica reaches it. */
  final class Reach implements LeaseStore {

    /** Nothing gets through. */
    volatile boolean cut;

    /** What is written arrives, and the answer does not come back. */
    volatile boolean deaf;

    /** Nobody may watch. */
    volatile boolean blind;

    /** How long each answer takes, and with it the thread that waits for it. */
    volatile Duration slow = Duration.ZERO;

    volatile int requests;

    @Override
    public Reply read() {
      return answer(MemoryLease.this::get);
    }

    @Override
    public Reply create(LeaseRecord record) {
      return written(() -> put(null, record));
    }

    @Override
    public Reply replace(KubeObject base, LeaseRecord record) {
      return written(() -> put(base, record));
    }

    @Override
    public Optional<Instant> servedAt() {
      return now;
    }

    @Override
    public Watching watch(KubeObject from, Consumer<KubeObject> changed, Runnable ended) {
      if (blind || cut) {
        ended.run();
        return () -> {};
      }
      watchers.add(changed);
      return () -> watchers.remove(changed);
    }

    private Reply answer(Supplier<Reply> server) {
      requests++;
      LockSupport.parkNanos(slow.toNanos());
      return cut ? new Reply.Unanswered("cut") : server.get();
    }

    private Reply written(Supplier<Reply> server) {
      var reply = answer(server);
      return deaf ? new Reply.Unanswered("deaf") : reply;
    }
  }
}
