// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/**
 * What an evaluation reaches outside of itself: files, variables, functions of the host.
 *
 * <p>Belongs to one evaluation; called on its thread.
 */
public interface World {

  /** The value of an imported program, computed at most once for each file. */
  Value importCode(Evaluation evaluation, String from, String path);

  /** The text of an imported file. */
  Value importText(Evaluation evaluation, String from, String path);

  /** The bytes of an imported file as an array of numbers. */
  Value importBytes(Evaluation evaluation, String from, String path);

  /** The value of an external variable. */
  Value externalVariable(Evaluation evaluation, String name);

  /** A function of the host, or null of the language when there is none of that name. */
  Value nativeFunction(String name);

  /** Takes a line of {@code std.trace}, without its newline. */
  void trace(String line);
}
