// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

/**
 * Where an archive is, as a source says of itself.
 *
 * @param url of a {@code .tar.gz}
 * @param revision what the source calls the content; may be empty
 * @param digest of the archive's bytes, {@code sha256:} and 64 hexadecimal digits; empty if the
 *     source gives none, and the bytes are taken as they come
 */
public record ArtifactAddress(String url, String revision, String digest) {}
