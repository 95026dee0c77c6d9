// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

/** The types of the language. */
public enum Type {
  NULL("null"),
  BOOLEAN("boolean"),
  NUMBER("number"),
  STRING("string"),
  ARRAY("array"),
  OBJECT("object"),
  FUNCTION("function");

  private final String text;

  Type(String text) {
    this.text = text;
  }

  /** The name of the type in the language and in messages. */
  public String text() {
    return text;
  }
}
