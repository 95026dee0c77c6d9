// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

/** How an evaluation ended. */
public sealed interface Outcome {

  /** What it used, however it ended. */
  Usage usage();

  /** The program has a value and this is its text. */
  record Rendered(Output output, Usage usage) implements Outcome {}

  /** It has none. */
  record Failed(Failure failure, Usage usage) implements Outcome {}
}
