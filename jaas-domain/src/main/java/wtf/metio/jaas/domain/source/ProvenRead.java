// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

/**
 * The answer of a {@link FileTree} that may be used again later.
 *
 * @param proof whether it still is the answer
 */
public record ProvenRead(FileRead answer, FileProof proof) {}
