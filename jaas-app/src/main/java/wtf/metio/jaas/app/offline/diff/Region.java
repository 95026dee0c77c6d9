// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

/**
 * Lines that were replaced by others; one of the two may be none. Counted from zero, ends are not
 * part of it.
 */
record Region(int oldBegin, int oldEnd, int newBegin, int newEnd) {}
