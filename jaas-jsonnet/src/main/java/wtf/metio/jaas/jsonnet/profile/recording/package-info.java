// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Watching one evaluation: counters and clock readings that are put into its program while it is
 * compiled.
 *
 * <p>Such a program belongs to that evaluation and to no cache. Others have nothing of this in
 * them, so that they pay nothing for it.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.profile.recording;

import org.jspecify.annotations.NullMarked;
