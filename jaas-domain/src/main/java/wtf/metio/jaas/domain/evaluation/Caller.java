// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

/**
 * On whose behalf a program is evaluated; those who share an evaluator are told apart by this.
 *
 * @param door the way in
 * @param name the snippet for {@link Door#HTTP}, the namespace for {@link Door#OPERATOR}
 */
public record Caller(Door door, String name) {

  /** A way into the process. */
  public enum Door {
    /** The rendering endpoint. */
    HTTP,
    /** A custom resource. */
    OPERATOR,
    /** A command on somebody's own machine. */
    COMMAND_LINE
  }

  /** The rendering endpoint, asked for a snippet. */
  public static Caller http(String snippet) {
    return new Caller(Door.HTTP, snippet);
  }
}
