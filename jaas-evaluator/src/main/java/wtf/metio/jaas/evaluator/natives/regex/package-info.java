// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** Regular expressions in time linear to the text, as Go has them. */
@NullMarked
package wtf.metio.jaas.evaluator.natives.regex;

import org.jspecify.annotations.NullMarked;
