// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import wtf.metio.jaas.domain.artifact.Fence;

/**
 * How long the answer to a request may take, with all repetitions.
 *
 * @param firstByte zero means unlimited
 */
record Deadlines(Duration firstByte) {

  /** An upload may take as much longer as it takes a slow line, in bytes a second. */
  private static final long SLOW_LINE = 1 << 20;

  /** Of a request that sends next to nothing. */
  AwsRequestOverrideConfiguration ofQuestion() {
    return with(0).build();
  }

  /** Of a request that sends bytes, behind a fence. */
  AwsRequestOverrideConfiguration ofUpload(long bytes, Fence fence) {
    return with(bytes).putExecutionAttribute(FenceCheck.FENCE, fence).build();
  }

  private AwsRequestOverrideConfiguration.Builder with(long bytes) {
    var configuration = AwsRequestOverrideConfiguration.builder();
    if (!firstByte.isZero()) {
      configuration.apiCallTimeout(firstByte.plusMillis(bytes * 1000 / SLOW_LINE));
    }
    return configuration;
  }
}
