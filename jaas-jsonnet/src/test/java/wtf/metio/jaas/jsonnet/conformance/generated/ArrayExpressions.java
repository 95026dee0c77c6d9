// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;

/** ArrayExpressions: literals, comprehensions, sums and slices. */
final class ArrayExpressions {

  private static final int MAX_ELEMENTS = 4;

  private final Dice dice;
  private final Expressions expressions;

  ArrayExpressions(Dice dice, Expressions expressions) {
    this.dice = dice;
    this.expressions = expressions;
  }

  Term of(Type type, Scope scope, int depth) {
    return switch (dice.below(8)) {
      case 0, 1, 2 -> literal(type, scope, depth);
      case 3, 4, 5 -> comprehension(type, scope, depth);
      case 6 -> slice(type, scope, depth);
      default ->
          Term.of(
              type,
              "(",
              expressions.of(type, scope, depth),
              " + ",
              expressions.of(type, scope, depth),
              ")");
    };
  }

  private Type elementOf(Type array) {
    return switch (array) {
      case NUMS -> Type.NUM;
      case STRS -> Type.STR;
      case NUM, STR, BOOL, NULL, ARR, OBJ, FUN, FUN2 -> dice.oneOf(Type.SHOWN);
    };
  }

  private Term literal(Type type, Scope scope, int depth) {
    var parts = new ArrayList<Object>();
    parts.add("[");
    var count = dice.below(MAX_ELEMENTS);
    for (var i = 0; i < count; i++) {
      parts.add(expressions.of(elementOf(type), scope, depth));
      parts.add(i < count - 1 || dice.percent(10) ? ", " : "");
    }
    parts.add("]");
    return Term.of(type, parts.toArray());
  }

  private Term comprehension(Type type, Scope scope, int depth) {
    var clauses = new ArrayList<Object>();
    var inner = clauses(clauses, scope, depth);
    var parts = new ArrayList<Object>();
    parts.add("[");
    parts.add(expressions.of(elementOf(type), inner, depth));
    parts.addAll(clauses);
    parts.add("]");
    return Term.of(type, parts.toArray());
  }

  /** Adds one to three clauses; returns what the body sees. */
  Scope clauses(ArrayList<Object> parts, Scope scope, int depth) {
    var inner = scope;
    var count = dice.percent(75) ? 1 : 2;
    for (var i = 0; i < count; i++) {
      var name = inner.fresh(dice);
      var source = dice.oneOf(Type.NUMS, Type.STRS, Type.NUMS, Type.ARR);
      parts.add(" for " + name + " in ");
      parts.add(expressions.of(source, inner, depth - 1));
      inner = inner.with(name, elementOf(source));
      if (dice.percent(30)) {
        parts.add(" if ");
        parts.add(expressions.of(Type.BOOL, inner, depth - 1));
      }
    }
    return inner;
  }

  /** A slice of an array or string, with any of its three parts. */
  Term slice(Type type, Scope scope, int depth) {
    var parts = new ArrayList<Object>();
    parts.add(expressions.of(type, scope, depth));
    parts.add("[");
    for (var i = 0; i < 3; i++) {
      if (dice.percent(55)) {
        parts.add(
            i == 2 ? Term.of(Type.NUM, dice.oneOf("1", "2", "3", "1", "0")) : Literals.size(dice));
      }
      parts.add(i < 2 ? ":" : "]");
    }
    return Term.of(type, parts.toArray());
  }
}
