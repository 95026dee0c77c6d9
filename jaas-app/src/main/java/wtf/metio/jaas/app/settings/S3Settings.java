// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Values;

/**
 * The bucket of archives.
 *
 * @param isWanted whether archives are kept there
 * @param endpoint host and perhaps a port
 * @param prefix what stands before every key; empty for nothing
 * @param region empty if the endpoint says it, or none is needed
 * @param isSecure whether it is reached over TLS
 * @param pathStyle {@code auto}, {@code true} or {@code false}
 * @param checksum {@code md5}, {@code crc32} or {@code none}
 */
public record S3Settings(
    boolean isWanted,
    String endpoint,
    String bucket,
    String prefix,
    String region,
    boolean isSecure,
    String pathStyle,
    String checksum,
    Keys keys) {

  /**
   * As whom the server is asked. It may be secret and is never shown.
   *
   * @param access empty for whatever the environment offers
   * @param session empty unless the others are temporary
   * @param isAnonymous whether none are used, whatever the others say
   */
  public record Keys(String access, String secret, String session, boolean isAnonymous) {

    @Override
    public String toString() {
      return "Keys[...]";
    }
  }

  static S3Settings from(Values values) {
    var bucket = values.get(StorageFlags.S3_BUCKET);
    return new S3Settings(
        values.get(StorageFlags.BACKEND).equals("s3") && !bucket.isEmpty(),
        values.get(StorageFlags.S3_ENDPOINT),
        bucket,
        values.get(StorageFlags.S3_PREFIX),
        values.get(StorageFlags.S3_REGION),
        values.get(StorageFlags.S3_USE_SSL),
        values.get(StorageFlags.S3_PATH_STYLE),
        values.get(StorageFlags.S3_CHECKSUM),
        new Keys(
            values.get(StorageFlags.S3_ACCESS_KEY),
            values.get(StorageFlags.S3_SECRET_KEY),
            values.get(StorageFlags.S3_SESSION_TOKEN),
            values.get(StorageFlags.S3_ANONYMOUS)));
  }
}
