// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.writing;

import wtf.metio.jaas.domain.condition.Reason;

/**
 * What a status is to say of a library.
 *
 * @param state whether its files can be used
 * @param revision of its files; empty if nobody knows
 * @param users how many snippets import it
 */
public record LibraryVerdict(State state, String revision, int users) {

  /** Whether the files of a library can be used. */
  public sealed interface State {

    /** They can. */
    record Usable(String message) implements State {}

    /** Nothing is known but what the status says. */
    record AsBefore() implements State {}

    /** Nobody needed them so far. */
    record Untried(String message) implements State {}

    /**
     * They cannot.
     *
     * @param lasting whether only a change helps
     */
    record Unusable(Reason reason, String message, boolean lasting) implements State {}
  }
}
