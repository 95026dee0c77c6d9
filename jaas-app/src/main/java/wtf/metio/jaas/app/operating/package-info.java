// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** The operator as a part of the service: what it reads and stores with, and what the log says. */
@NullMarked
package wtf.metio.jaas.app.operating;

import org.jspecify.annotations.NullMarked;
