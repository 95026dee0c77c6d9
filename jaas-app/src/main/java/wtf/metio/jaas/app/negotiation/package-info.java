// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What a client says about the form in which it wants a document, and about the forms it has.
 *
 * <p>Header fields in, answers out: nothing here knows a connection or what a document is about.
 */
@NullMarked
package wtf.metio.jaas.app.negotiation;

import org.jspecify.annotations.NullMarked;
