// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Stored archives over HTTP, the same for every store.
 *
 * <p>An archive never changes: its digest is its tag, and whoever has it need not fetch it again.
 * Nothing is listed; who knows an address may have what lies there.
 */
@NullMarked
package wtf.metio.jaas.app.artifacts;

import org.jspecify.annotations.NullMarked;
