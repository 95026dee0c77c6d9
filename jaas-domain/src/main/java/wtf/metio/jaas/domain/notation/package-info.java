// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** How people write things down, and what they may have meant. */
@NullMarked
package wtf.metio.jaas.domain.notation;

import org.jspecify.annotations.NullMarked;
