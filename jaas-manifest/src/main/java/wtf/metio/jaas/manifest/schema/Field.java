// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

/**
 * A field of an object.
 *
 * @param required whether it must be there
 * @param initial what stands for it where it is not there, as it would be written; empty for
 *     nothing
 * @param meaning one or more sentences
 */
public record Field(String name, Schema schema, boolean required, String initial, String meaning) {

  static Field optional(String name, Schema schema, String meaning) {
    return new Field(name, schema, false, "", meaning);
  }

  static Field required(String name, Schema schema, String meaning) {
    return new Field(name, schema, true, "", meaning);
  }

  Field startingAs(String value) {
    return new Field(name, schema, required, value, meaning);
  }
}
