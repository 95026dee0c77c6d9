// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.urlguard;

/** Whether an address may be fetched. */
public sealed interface Verdict {

  /**
   * It may, as far as its text tells.
   *
   * @param target the one reading of the text; nobody may read the text again for himself
   */
  record Allowed(HttpTarget target) implements Verdict {}

  /**
   * It may not.
   *
   * @param reason one sentence without a full stop, fit for the author of the address
   */
  record Refused(String reason) implements Verdict {}
}
