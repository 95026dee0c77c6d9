// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;

/** Format strings with values that mostly fit them. */
final class FormatExpressions {

  private static final int MAX_CODES = 3;

  private final Dice dice;
  private final Expressions expressions;

  FormatExpressions(Dice dice, Expressions expressions) {
    this.dice = dice;
    this.expressions = expressions;
  }

  Term formatted(Scope scope, int depth) {
    return dice.percent(40) ? keyed(scope, depth) : positional(scope, depth);
  }

  private Term positional(Scope scope, int depth) {
    var format = new StringBuilder();
    var values = new ArrayList<Object>();
    var count = 1 + dice.below(MAX_CODES);
    for (var i = 0; i < count; i++) {
      var conversion = conversion();
      format.append(dice.oneOf("", "x", " ", "é", "%%", "-"));
      var given = dice.percent(8);
      if (given) {
        values.add(Literals.size(dice));
      }
      format.append('%').append(flags(given ? "*" : width())).append(conversion);
      values.add(value(conversion, scope, depth));
    }
    if (dice.percent(3)) {
      values.add(Literals.of(Type.NUM, dice));
    }
    return single(values) ? of(format, values.getFirst()) : of(format, array(values));
  }

  private boolean single(ArrayList<Object> values) {
    return values.size() == 1 && dice.percent(60);
  }

  private static Term array(ArrayList<Object> values) {
    var parts = new ArrayList<Object>();
    parts.add("[");
    for (var value : values) {
      parts.add(value);
      parts.add(", ");
    }
    parts.add("]");
    return Term.of(Type.ARR, parts.toArray());
  }

  private Term keyed(Scope scope, int depth) {
    var format = new StringBuilder();
    var count = 1 + dice.below(MAX_CODES);
    for (var i = 0; i < count; i++) {
      var name = ObjectExpressions.name(dice);
      var numeric = ObjectExpressions.typeOf(name) == Type.NUM;
      format.append(dice.oneOf("", "x", " ", "\\n")).append("%(").append(name).append(')');
      format.append(flags(width())).append(numeric ? conversion() : "s");
    }
    return of(format, expressions.objects().any(scope, depth));
  }

  private Term of(StringBuilder format, Object values) {
    return dice.percent(85)
        ? Term.of(Type.STR, "('" + format + "' % ", values, ")")
        : Term.of(Type.STR, "std.format('" + format + "', ", values, ")");
  }

  private String width() {
    return dice.percent(30) ? dice.oneOf("1", "3", "5", "8", "12") : "";
  }

  private String flags(String width) {
    var flags = new StringBuilder();
    for (var flag : new String[] {"#", "0", "-", " ", "+"}) {
      flags.append(dice.percent(12) ? flag : "");
    }
    flags.append(width);
    flags.append(dice.percent(30) ? dice.oneOf(".0", ".1", ".2", ".3", ".6", ".10", ".") : "");
    return flags.append(dice.percent(3) ? dice.oneOf("h", "l", "L") : "").toString();
  }

  private String conversion() {
    return dice.oneOf(
        "d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G", "s", "s", "c", "d");
  }

  private Term value(String conversion, Scope scope, int depth) {
    return switch (conversion) {
      case "s" -> expressions.any(scope, depth);
      case "c" ->
          Term.of(Type.STR, dice.oneOf("'a'", "97", "'é'", "'😀'", "'ab'", "128512", "''", "65.5"));
      default -> expressions.of(Type.NUM, scope, depth);
    };
  }
}
