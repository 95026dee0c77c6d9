// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import java.util.List;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** The stores of published artifacts. */
final class StorageFlags {

  static final List<String> BACKENDS = List.of("local", "s3");

  static final Flag<String> PATH =
      Flag.path("storage-path", "", "Folder of the store for --storage-backend=local.");
  static final Flag<String> BASE_URL =
      Flag.text("storage-base-url", "", "URL under which consumers reach the storage server.");
  static final Flag<String> BACKEND =
      Flag.text("storage-backend", "local", "Where artifacts are kept: local or s3.");
  static final Flag<String> LISTEN_ADDRESS =
      Flag.text("storage-listen-address", "0.0.0.0", "Address that the storage server listens on.");
  static final Flag<String> PORT =
      Flag.text("storage-port", "8082", "Port of the storage server, 1 to 65535.");
  static final Flag<Duration> READ_TIMEOUT =
      Flag.duration(
          "storage-read-timeout",
          "30s",
          "Time for a request header, and for the first byte from S3; 0 means unlimited.");
  static final Flag<Duration> WRITE_TIMEOUT =
      Flag.duration(
          "storage-write-timeout", "5m", "Time for taking an artifact; 0 means unlimited.");
  static final Flag<Duration> SWEEP_INTERVAL =
      Flag.duration(
          "storage-sweep-interval",
          "10m",
          "Time between two clean-ups of the store; 0 means never.");
  static final Flag<Duration> SWEEP_MAX_TMP_AGE =
      Flag.duration(
          "storage-sweep-max-tmp-age", "30m", "Age from which a temporary file is left over.");
  static final Flag<String> INSTALLATION_ID =
      Flag.text(
          "storage-installation-id",
          "",
          "Written on archives: what carries it and belongs to nobody is removed after 24h; empty"
              + " for never.");

  static final Flag<String> S3_ENDPOINT =
      Flag.text("s3-endpoint", "", "Host and port of the S3 server, without a scheme.");
  static final Flag<String> S3_BUCKET = Flag.text("s3-bucket", "", "Bucket, which must exist.");
  static final Flag<String> S3_PREFIX =
      Flag.text("s3-prefix", "", "What stands before every key; empty for nothing.");
  static final Flag<String> S3_REGION =
      Flag.text(
          "s3-region",
          "",
          "Region of the bucket; empty for that in an AWS endpoint, else us-east-1.");
  static final Flag<Boolean> S3_USE_SSL =
      Flag.truth("s3-use-ssl", true, "Whether the S3 server is reached over TLS.");
  static final Flag<String> S3_ACCESS_KEY =
      Flag.secret(
          "s3-access-key", "Access key; empty for the credentials that the environment offers.");
  static final Flag<String> S3_SECRET_KEY =
      Flag.secret("s3-secret-key", "Secret key that belongs to the access key.");
  static final Flag<String> S3_SESSION_TOKEN =
      Flag.secret("s3-session-token", "Session token that belongs to the access key.");
  static final Flag<Boolean> S3_ANONYMOUS =
      Flag.truth("s3-anonymous", false, "Whether no credentials are used at all.");

  static final List<String> S3_PATH_STYLES = List.of("auto", "true", "false");
  static final Flag<String> S3_PATH_STYLE =
      Flag.text(
          "s3-path-style",
          "auto",
          "Whether the bucket stands in the path of an address instead of the host name: true,"
              + " false or auto, which is false for AWS.");
  static final List<String> S3_CHECKSUMS = List.of("md5", "crc32", "none");
  static final Flag<String> S3_CHECKSUM =
      Flag.text(
          "s3-checksum",
          "md5",
          "By what the S3 server checks uploads: md5, which all know, crc32, which AWS keeps with"
              + " the object, or none.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Storage server (local and S3)",
          PATH,
          BASE_URL,
          BACKEND,
          LISTEN_ADDRESS,
          PORT,
          READ_TIMEOUT,
          WRITE_TIMEOUT,
          SWEEP_INTERVAL,
          SWEEP_MAX_TMP_AGE,
          INSTALLATION_ID);
  static final FlagGroup S3_FLAGS =
      FlagGroup.of(
          "S3 flags",
          S3_ENDPOINT,
          S3_BUCKET,
          S3_PREFIX,
          S3_REGION,
          S3_USE_SSL,
          S3_ACCESS_KEY,
          S3_SECRET_KEY,
          S3_SESSION_TOKEN,
          S3_ANONYMOUS,
          S3_PATH_STYLE,
          S3_CHECKSUM);

  private StorageFlags() {}
}
