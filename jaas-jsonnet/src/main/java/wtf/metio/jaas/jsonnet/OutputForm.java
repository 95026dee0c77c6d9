// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

/** How the value of a program is written. */
public enum OutputForm {
  /** JSON with an indent of three spaces and a newline at the end. */
  JSON,
  /** The value must be a string and is written as it is, with a newline at the end. */
  STRING,
  /** The value must be an object: one JSON file a field. */
  MULTI,
  /** As {@link #MULTI}, but each field is a string, written as it is. */
  MULTI_STRING,
  /** The value must be an array: a stream of JSON documents as YAML has it. */
  STREAM
}
