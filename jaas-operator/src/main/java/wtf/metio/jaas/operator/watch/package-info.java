// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** What the cluster holds now, kept up to date by watches, and who is made of what. */
@NullMarked
package wtf.metio.jaas.operator.watch;

import org.jspecify.annotations.NullMarked;
