// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Texts as Go's library reads and writes them: numbers, quotes, JSON.
 *
 * <p>What an author sees of these is compared with what the reference says, to the byte, in the
 * language, in native functions and in the service around them; so there is one place for all.
 * Strings are well formed: no surrogate without its partner.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.gotext;

import org.jspecify.annotations.NullMarked;
