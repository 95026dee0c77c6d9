// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What a snippet's status says: reasons, which users and alerts know by name, and where each is
 * explained.
 */
@NullMarked
package wtf.metio.jaas.domain.condition;

import org.jspecify.annotations.NullMarked;
