// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * The door for a folder of manifests: whatever it describes is published for as long as it is
 * described.
 *
 * <p>{@link wtf.metio.jaas.directory.ManifestDirectory} holds it all together: it looks at the
 * folder, wakes those for whom something changed, and lets workers make their passes.
 */
@NullMarked
package wtf.metio.jaas.directory;

import org.jspecify.annotations.NullMarked;
