// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * What the server says of an object without its bytes.
 *
 * @param tag changes with the bytes
 * @param size in bytes
 * @param modified when it was stored or relabelled, by the clock of the server
 * @param metadata what whoever stored it wrote on it
 */
record StoredObject(String tag, long size, Instant modified, Map<String, String> metadata) {

  static StoredObject of(HeadObjectResponse answer) {
    return new StoredObject(
        answer.eTag(), answer.contentLength(), answer.lastModified(), answer.metadata());
  }

  static StoredObject of(GetObjectResponse answer) {
    return new StoredObject(
        answer.eTag(), answer.contentLength(), answer.lastModified(), answer.metadata());
  }
}
