// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.List;

/** What a generated expression is meant to yield; the name of each is used in the call table. */
enum Type {
  NUM("0"),
  STR("''"),
  BOOL("true"),
  NULL("null"),
  NUMS("[]"),
  STRS("[]"),
  ARR("[]"),
  OBJ("{}"),
  FUN("(function(x) x)"),
  FUN2("(function(x, y) x)");

  /** Those that a program can show. */
  static final List<Type> SHOWN = List.of(NUM, STR, BOOL, NULL, NUMS, STRS, ARR, OBJ);

  /** The shortest expression of this type. */
  final String simplest;

  Type(String simplest) {
    this.simplest = simplest;
  }
}
