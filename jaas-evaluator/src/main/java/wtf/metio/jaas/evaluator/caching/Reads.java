// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import wtf.metio.jaas.domain.source.FileProof;

/**
 * Everything that an evaluation looked at: files that it read, and places where it found none.
 *
 * <p>Proving takes a call to the operating system for each of them. Those who ask at the same time
 * share one proof, if it began after they asked; who comes while one is under way waits for it to
 * end, and the first of those who waited makes the next one for all of them.
 */
final class Reads {

  /** What a path, its proof and their places in lists and maps take, roughly. */
  private static final long BYTES_PER_READ = 320;

  /** Of an evaluation that did not begin. */
  static final Reads NONE = new Reads(List.of());

  private final List<FileProof> proofs;

  /** Guards the fields below; proofs are made under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean proven;
  private long provenSince;
  private boolean held;

  Reads(List<FileProof> proofs) {
    this.proofs = List.copyOf(proofs);
  }

  /** Whether nothing at all was looked at. */
  boolean isEmpty() {
    return proofs.isEmpty();
  }

  /**
   * Whether an evaluation that began now would see the same.
   *
   * @param asked the reading of {@link System#nanoTime} when the question came in; everything that
   *     changed before is seen
   */
  boolean stillHold(long asked) {
    if (proofs.isEmpty()) {
      return true;
    }
    lock.lock();
    try {
      if (!proven || provenSince - asked <= 0) {
        provenSince = System.nanoTime();
        held = proofs.stream().allMatch(FileProof::holds);
        proven = true;
      }
      return held;
    } finally {
      lock.unlock();
    }
  }

  /** How much memory it takes, by estimate. */
  long bytes() {
    return BYTES_PER_READ * (1 + proofs.size());
  }
}
