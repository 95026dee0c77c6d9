// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Takes the pieces of a JSON text in their order; all of them are well formed. */
interface JsonSink {

  void beginArray() throws NativeFailure;

  void beginObject() throws NativeFailure;

  /** The name of the field whose value comes next, as written, with its quotes. */
  void key(String raw) throws NativeFailure;

  /** A string, number or literal, as written. */
  void scalar(String raw) throws NativeFailure;

  /** The end of the innermost array or object. */
  void end() throws NativeFailure;
}
