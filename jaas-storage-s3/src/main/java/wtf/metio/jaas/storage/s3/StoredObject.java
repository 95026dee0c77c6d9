// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What the server says of an object without its bytes.
 *
 * @param tag changes with the bytes; empty if the server does not say
 * @param size in bytes
 * @param modified when it was stored or relabelled, by the clock of the server
 * @param metadata what whoever stored it wrote on it
 */
record StoredObject(String tag, long size, Instant modified, Map<String, String> metadata) {

  static StoredObject of(HeadObjectResponse answer) {
    return of(answer.eTag(), answer.contentLength(), answer.lastModified(), answer.metadata());
  }

  static StoredObject of(GetObjectResponse answer) {
    return of(answer.eTag(), answer.contentLength(), answer.lastModified(), answer.metadata());
  }

  /** Every server should say all of this; not every one does. */
  private static StoredObject of(
      @Nullable String tag,
      @Nullable Long size,
      @Nullable Instant modified,
      Map<String, String> metadata) {
    return new StoredObject(
        Objects.requireNonNullElse(tag, ""),
        Objects.requireNonNullElse(size, 0L),
        Objects.requireNonNullElse(modified, Instant.EPOCH),
        metadata);
  }
}
