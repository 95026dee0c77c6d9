// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * The place of a request in a trace, as W3C Trace Context has it.
 *
 * <p>Nothing here knows who records traces: log lines carry the ids whether spans are made or not.
 */
@NullMarked
package wtf.metio.jaas.app.trace;

import org.jspecify.annotations.NullMarked;
