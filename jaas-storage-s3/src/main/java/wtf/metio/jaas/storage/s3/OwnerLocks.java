// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Puts changes to the archives of one owner in order, within this process. */
final class OwnerLocks {

  /** Requests take long: no owner may wait for another one that happens to share its lock. */
  private static final class Queue {

    private final ReentrantLock lock = new ReentrantLock();
    private int users;
  }

  private final Map<ResourceName, Queue> queues = new ConcurrentHashMap<>();

  <T> T holding(ResourceName owner, Supplier<T> work) {
    var lock = entered(owner);
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
      queues.computeIfPresent(owner, (_, queue) -> --queue.users == 0 ? null : queue);
    }
  }

  private ReentrantLock entered(ResourceName owner) {
    return queues.compute(
            owner,
            (_, known) -> {
              var queue = known == null ? new Queue() : known;
              queue.users++;
              return queue;
            })
        .lock;
  }
}
