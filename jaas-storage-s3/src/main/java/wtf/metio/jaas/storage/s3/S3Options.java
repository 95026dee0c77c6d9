// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;

/**
 * Which bucket, and how it is reached.
 *
 * @param endpoint host and perhaps a port, without a scheme
 * @param tls whether it is reached over TLS, with the authorities that the JVM trusts
 * @param region of the bucket; empty for the one that the endpoint names, or {@code us-east-1}
 * @param bucket its name; it is never made here
 * @param prefix what stands before every key; empty for nothing, slashes at the ends do not count
 * @param firstByte time until an answer begins, with all repetitions of the request, and between
 *     two parts of one; zero means unlimited
 * @param credentials as whom the server is asked
 */
public record S3Options(
    String endpoint,
    boolean tls,
    String region,
    String bucket,
    String prefix,
    PathStyle pathStyle,
    Checksums checksums,
    Duration firstByte,
    S3Credentials credentials) {}
