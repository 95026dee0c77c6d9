// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

/**
 * Whether somebody is at work on an object, as other tools read it: the conditions Reconciling and
 * Stalled are there only while they are true.
 */
public enum Progress {
  /** Nothing is to be done until something changes. */
  SETTLED,
  /** It is being worked on for the first time since it changed. */
  WORKING,
  /** It failed, and is tried again: it may pass by itself. */
  RETRYING,
  /** It failed, and will again until somebody changes something. */
  STALLED
}
