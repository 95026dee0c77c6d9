// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What the platform asks the process: has it started, may it have requests, does it live, which
 * version is it.
 *
 * <p>Nothing here waits for evaluations or stores: the answers are as quick under load as without.
 */
@NullMarked
package wtf.metio.jaas.app.probes;

import org.jspecify.annotations.NullMarked;
