// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Small texts as clients of the reference know them: durations, numbers, quoted and escaped
 * strings.
 *
 * <p>Settings, messages, problem documents and log lines share these forms, which are those of the
 * Go standard library. Nothing here knows what the texts are for.
 */
@NullMarked
package wtf.metio.jaas.app.text;

import org.jspecify.annotations.NullMarked;
