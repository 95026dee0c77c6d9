// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.evaluator.CacheNumbers;

/** Results, each for as long as nothing that was read for it changes. */
final class ResultCache {

  /** Keys, maps and the objects around a document, roughly. */
  private static final long BYTES_PER_RESULT = 1024;

  private record Kept(Evaluation.Rendered result, Reads reads) {

    long bytes() {
      long messages = result.messages().stream().mapToLong(line -> 64 + 2L * line.length()).sum();
      return BYTES_PER_RESULT + result.document().keptBytes() + messages + reads.bytes();
    }
  }

  private final SegmentedCache<ResultKey, Kept> results;

  ResultCache(long capacity) {
    results = new SegmentedCache<>(capacity, Kept::bytes);
  }

  /**
   * A result that is still what an evaluation would give; null if there is none.
   *
   * @param asked as in {@link Reads#stillHold}
   */
  Evaluation.@Nullable Rendered find(ResultKey key, long asked) {
    var kept = results.find(key);
    if (kept == null) {
      results.miss();
      return null;
    }
    if (!kept.reads().stillHold(asked)) {
      results.remove(key, kept);
      results.miss();
      return null;
    }
    results.hit(key, kept);
    return kept.result();
  }

  void keep(ResultKey key, Evaluation.Rendered result, Reads reads) {
    results.put(key, new Kept(result, reads));
  }

  CacheNumbers numbers() {
    return results.numbers();
  }
}
