// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Rendered values in the form in which they are published.
 *
 * <p>No tree is built: the text of the value is walked over, and what is wanted is copied from it.
 * A large value takes little more memory than its text and what is made of it.
 */
@NullMarked
package wtf.metio.jaas.manifest.format;

import org.jspecify.annotations.NullMarked;
