// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.flux;

/** What came of taking back what was announced. */
public sealed interface Withdrawal {

  /** There is no ExternalArtifact of this snippet any more, or never was. */
  record Gone() implements Withdrawal {}

  /** There is an object of this name, but somebody else's. It stays. */
  record Foreign() implements Withdrawal {}

  /**
   * The tenant may not delete it, or is no more. The cluster collects it as soon as the snippet
   * itself is gone; until then it names an archive that should better be there.
   *
   * @param message why it was not deleted
   */
  record LeftToOwner(String message) implements Withdrawal {}

  /**
   * It is still there.
   *
   * @param message why
   * @param permanent whether trying again will not help
   */
  record Failed(String message, boolean permanent) implements Withdrawal {}

  /** This process may not withdraw anything any more. */
  record Fenced() implements Withdrawal {}
}
