// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/** What differs between two sets of files, for people to read. */
@NullMarked
package wtf.metio.jaas.app.offline.diff;

import org.jspecify.annotations.NullMarked;
