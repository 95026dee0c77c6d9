// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Takes the pieces of a JSON text in their order; all of them are well formed. */
interface JsonSink {

  void beginArray() throws NativeFailure;

  void beginObject() throws NativeFailure;

  /** The name of the field whose value comes next; as written it has its quotes. */
  void key(String name, String written) throws NativeFailure;

  /** A string; as written it has its quotes. */
  void string(String value, String written) throws NativeFailure;

  /** A number, as written. */
  void number(String written) throws NativeFailure;

  /** {@code true}, {@code false} or {@code null}. */
  void word(String word) throws NativeFailure;

  /** The end of the innermost array or object. */
  void end() throws NativeFailure;
}
