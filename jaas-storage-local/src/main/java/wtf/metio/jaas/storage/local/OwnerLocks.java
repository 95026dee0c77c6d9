// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Puts changes to the archives of one owner in order, within this process. A lock may be shared by
 * several owners; whoever holds one asks for no other.
 */
final class OwnerLocks {

  private static final int COUNT = 256;

  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(COUNT).toList();

  <T> T holding(ResourceName owner, IoWork<T> work) throws IOException {
    var lock = locks.get(Math.floorMod(owner.hashCode(), COUNT));
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
