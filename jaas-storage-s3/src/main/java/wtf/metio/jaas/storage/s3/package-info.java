// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Published archives in a bucket of any server that speaks S3.
 *
 * <p>Only requests that AWS, MinIO, Ceph and the S3 sides of other clouds have in common are made:
 * single uploads of known length whose parts are not signed, no trailers, no removal of many
 * objects at once. What is known of an archive stands in the metadata of its object.
 */
@NullMarked
package wtf.metio.jaas.storage.s3;

import org.jspecify.annotations.NullMarked;
