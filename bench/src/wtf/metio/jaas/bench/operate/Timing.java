// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a wave of changes took.
 *
 * @param submitted until the API server had taken the last of them
 * @param done until the last of them showed
 * @param waits from the submission of each until it showed, the shortest first
 */
record Timing(Duration submitted, Duration done, List<Duration> waits) {

  static Timing of(Duration submitted, Duration done, Duration[] waits) {
    return new Timing(submitted, done, Stream.of(waits).sorted().toList());
  }

  /** What so many percent did not exceed. */
  Duration percentile(int percent) {
    return waits.get(Math.ceilDiv(waits.size() * percent, 100) - 1);
  }
}
