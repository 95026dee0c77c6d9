// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** By what the server finds out that an upload was damaged on its way. */
public enum Checksums {
  /** {@code Content-MD5}, which every server knows. */
  MD5 {
    @Override
    void put(byte[] bytes, PutObjectRequest.Builder request) {
      try {
        request.contentMD5(base64(MessageDigest.getInstance("MD5").digest(bytes)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has MD5", e);
      }
    }
  },
  /** {@code x-amz-checksum-crc32}, which AWS and MinIO keep with the object. */
  CRC32 {
    @Override
    void put(byte[] bytes, PutObjectRequest.Builder request) {
      var sum = new CRC32();
      sum.update(bytes);
      var four = ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue());
      request.checksumCRC32(base64(four.array()));
    }
  },
  /** By nothing but TLS and, without it, the signature. */
  NONE {
    @Override
    void put(byte[] bytes, PutObjectRequest.Builder request) {
      // Nothing to say.
    }
  };

  /** Adds the checksum of the bytes to the request that uploads them, as a header. */
  abstract void put(byte[] bytes, PutObjectRequest.Builder request);

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
