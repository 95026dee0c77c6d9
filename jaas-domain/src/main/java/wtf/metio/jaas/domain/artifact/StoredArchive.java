// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import java.time.Instant;

/**
 * An archive in a store.
 *
 * @param revision that it holds
 * @param digest of the stored bytes, as it was recorded when they were stored
 * @param size in bytes
 * @param stored when
 */
public record StoredArchive(Revision revision, Digest digest, long size, Instant stored) {}
