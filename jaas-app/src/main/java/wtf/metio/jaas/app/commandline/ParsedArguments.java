// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

/** What came of a command line. */
sealed interface ParsedArguments {

  /** Something is to be rendered. */
  record Render(RenderOptions options) implements ParsedArguments {}

  /** Something is to be rendered from manifests, which have options of their own. */
  record Manifests() implements ParsedArguments {}

  /** The user wants to know how to use the command. */
  record Help() implements ParsedArguments {}

  /** The user wants to know which version this is. */
  record Version() implements ParsedArguments {}

  /**
   * The arguments do not fit.
   *
   * @param message what is printed: one or two lines without the last newline
   * @param withUsage whether the usage helps
   */
  record Wrong(String message, boolean withUsage) implements ParsedArguments {}
}
