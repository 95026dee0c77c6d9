// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * How numbers and strings become text and back, to the byte.
 *
 * <p>The output of a program, the messages it fails with and the texts it reads follow rules that
 * neither {@link String#valueOf(double)} nor the decoders of the platform follow: numbers are
 * printed with seventeen digits, positions count code points, a damaged byte becomes one
 * replacement character. All of these rules live here, and nothing else does: no values, no
 * sources, no files.
 *
 * <p>Strings that come out of here or go in are well formed: no surrogate without its partner
 * ({@link wtf.metio.jaas.jsonnet.text.Utf8#wellFormed} for those from outside). Everything is
 * static, without state, and may be called from any thread.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.text;

import org.jspecify.annotations.NullMarked;
