// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The standard library, one class a family.
 *
 * <p>Functions that the reference has as native code compute all their arguments from left to right
 * before they look at types; the others take their arguments lazily, in the order in which their
 * definition looks at them. Both are visible to programs and kept.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.std;

import org.jspecify.annotations.NullMarked;
