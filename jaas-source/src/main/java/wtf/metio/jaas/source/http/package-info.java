// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Files of other servers, brought within bounds of time and size.
 *
 * <p>Every address is asked for without credentials and without a proxy, and every hop and every
 * address that is dialled is judged by the guard first.
 */
@NullMarked
package wtf.metio.jaas.source.http;

import org.jspecify.annotations.NullMarked;
