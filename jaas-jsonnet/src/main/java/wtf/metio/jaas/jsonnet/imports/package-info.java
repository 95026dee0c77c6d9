// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What an engine asks of whoever brings the files a program imports.
 *
 * <p>The engine itself touches no files.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.imports;

import org.jspecify.annotations.NullMarked;
