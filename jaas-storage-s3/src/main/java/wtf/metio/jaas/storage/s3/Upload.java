// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.artifact.Fence;

/**
 * An object to be.
 *
 * @param bytes not to be changed by anybody
 * @param instead the tag of the object that it may replace; null if there may be none
 * @param fence asked each time before the bytes are sent
 */
record Upload(
    String key, byte[] bytes, Map<String, String> metadata, @Nullable String instead, Fence fence) {

  /** One that nobody competes for. */
  static Upload ofProbe(String key, byte[] bytes) {
    return new Upload(key, bytes, Map.of(), null, Fence.OPEN);
  }
}
