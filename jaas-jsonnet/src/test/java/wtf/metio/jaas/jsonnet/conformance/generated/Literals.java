// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.List;

/** Expressions without parts, with the edges of each type among them. */
final class Literals {

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "2",
          "3",
          "7",
          "10",
          "0.1",
          "2.5",
          "-1.5",
          "0.5",
          "100",
          "255",
          "1e15",
          "1e17",
          "9007199254740991",
          "9007199254740993",
          "1e-7",
          "1e300",
          "5e-324",
          "123456.789",
          "1e21",
          "1_000",
          "12e2",
          "1e309",
          "-2",
          "4",
          "65");

  private static final List<String> STRINGS =
      List.of(
          "''",
          "'a'",
          "'b'",
          "'abc'",
          "'é'",
          "'😀'",
          "'\\uE000'",
          "'\\u0000\\u001f'",
          "'a b'",
          "'1'",
          "'true'",
          "'null'",
          "'x\\n'",
          "\"it's\"",
          "@'a''b\\n'",
          "'\\ud83d\\ude00'",
          "'aXbXc'",
          "'%s'",
          "'ab\\tc'",
          "'\\u2028'",
          "'\\u007f\\u0080'",
          "'ß'",
          "'ſK'",
          "'-1.5'",
          "'0x1F'",
          "'~'",
          "|||\n  text\n   block\n|||\n",
          "'a,b,,c'",
          "' pad '",
          "'\"q\" \\\\ <&>'",
          "'[1]'",
          "'" + "long ".repeat(12) + "'");

  private static final List<String> SIZES =
      List.of("0", "1", "2", "3", "5", "-1", "1.5", "10", "'2'");

  private Literals() {}

  static Term of(Type type, Dice dice) {
    return switch (type) {
      case NUM -> Term.of(type, dice.oneOf(NUMBERS));
      case STR -> Term.of(type, dice.oneOf(STRINGS));
      case BOOL -> Term.of(type, dice.oneOf("true", "false"));
      case NUMS ->
          Term.of(
              type, dice.oneOf("[]", "[1]", "[3, 1, 2]", "[1, 1, 2]", "[0.5, -1]", "[1, 2, 3, 4]"));
      case STRS -> Term.of(type, dice.oneOf("[]", "['a']", "['b', 'a']", "['a', 'a', 'é', '']"));
      case ARR -> Term.of(type, dice.oneOf("[]", "[null]", "[[1], 'a']", "[{a: 1}, true, 2]"));
      case OBJ -> Term.of(type, dice.oneOf("{}", "{a: 1}", "{a:: 1, b: 2}", "{c: 'x', d: [1]}"));
      case NULL, FUN, FUN2 -> Term.of(type, type.simplest);
    };
  }

  /** A number that may say how much of something is made: never a big one. */
  static Term size(Dice dice) {
    return Term.of(Type.NUM, dice.oneOf(SIZES));
  }
}
