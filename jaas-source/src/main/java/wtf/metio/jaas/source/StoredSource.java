// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.util.Optional;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.StoredContent;

/**
 * An archive in a store of this process.
 *
 * @param label names it in messages
 * @param digest of its bytes
 * @param content opens it, on a thread that may block; empty if it is not there now
 */
public record StoredSource(
    String label, Digest digest, Supplier<Optional<StoredContent>> content) {}
