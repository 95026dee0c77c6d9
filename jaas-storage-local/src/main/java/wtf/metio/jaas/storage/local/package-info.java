// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Published archives in a folder of this machine, or in one that several machines share.
 *
 * <p>{@code <namespace>/<name>/sha256-<digits>.tar.gz} is an archive, {@code
 * sha256-<digits>.tar.gz.sha256} beside it says what its bytes hash to, in the form that {@code
 * sha256sum -c} reads. Both may be copied to another folder as they are. Whatever else lies there
 * belongs to somebody else and is left alone.
 */
@NullMarked
package wtf.metio.jaas.storage.local;

import org.jspecify.annotations.NullMarked;
