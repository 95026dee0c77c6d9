// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.evaluator.caching.CachingEvaluator;
import wtf.metio.jaas.jsonnet.Engine;

/**
 * What is kept so that it need not be made again.
 *
 * @param resultBytes memory for results; zero keeps none and shares none
 * @param programBytes memory for compiled programs; zero keeps none
 */
public record CacheSettings(long resultBytes, long programBytes) {

  private static final long HEAP = Runtime.getRuntime().maxMemory();

  static final Flag<Long> RESULT_BYTES =
      Flag.large(
          "result-cache-bytes",
          CachingEvaluator.defaultBytes(HEAP),
          "min(heap / 16, 64 MiB)",
          "Memory for results in bytes. One is given again as long as no file that was read for it"
              + " has changed, and identical requests at the same time share one evaluation. 0"
              + " evaluates every request by itself.");
  static final Flag<Long> PROGRAM_BYTES =
      Flag.large(
          "program-cache-bytes",
          Engine.defaultCacheBytes(HEAP),
          "heap / 4",
          "Memory for compiled programs in bytes, so that a file is only parsed after it has"
              + " changed; 0 parses every time.");

  static final FlagGroup FLAGS = FlagGroup.of("Caches", RESULT_BYTES, PROGRAM_BYTES);

  static CacheSettings from(Values values) {
    return new CacheSettings(values.get(RESULT_BYTES), values.get(PROGRAM_BYTES));
  }
}
