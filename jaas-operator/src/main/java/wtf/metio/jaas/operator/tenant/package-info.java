// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * On whose behalf sources are read and artifacts are written: tokens of service accounts, and
 * access with them.
 */
@NullMarked
package wtf.metio.jaas.operator.tenant;

import org.jspecify.annotations.NullMarked;
