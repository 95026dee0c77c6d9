// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * From values to text.
 *
 * <p>Everything here evaluates what it meets on the way: fields and elements may be thunks.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.manifest;

import org.jspecify.annotations.NullMarked;
