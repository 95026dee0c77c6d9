// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.List;

/** Expressions of a type, most of the time of the one that was asked for. */
final class Expressions {

  private final Dice dice;
  private final int illTypedPercent;
  private final StdCalls calls;
  private final ObjectExpressions objects;
  private final ArrayExpressions arrays;
  private final FormatExpressions formats;

  /**
   * A generator.
   *
   * @param illTypedPercent how often an expression is of any type but the one asked for
   */
  Expressions(Dice dice, int illTypedPercent) {
    this.dice = dice;
    this.illTypedPercent = illTypedPercent;
    this.calls = new StdCalls(dice, this);
    this.objects = new ObjectExpressions(dice, this);
    this.arrays = new ArrayExpressions(dice, this);
    this.formats = new FormatExpressions(dice, this);
  }

  ObjectExpressions objects() {
    return objects;
  }

  Term any(Scope scope, int depth) {
    return of(dice.oneOf(Type.SHOWN), scope, depth);
  }

  /** As {@link #any}, but never a literal or variable alone. */
  Term composed(Scope scope, int depth) {
    return special(dice.oneOf(Type.SHOWN), scope, depth);
  }

  /** A document read by the standard library. */
  Term document() {
    var documents = new DocumentTexts(dice);
    return dice.percent(75)
        ? Term.of(Type.ARR, "std.parseYaml(", documents.yaml(), ")")
        : Term.of(Type.ARR, "std.parseJson(", documents.json(), ")");
  }

  Term of(Type wanted, Scope scope, int depth) {
    var type = dice.percent(illTypedPercent) ? dice.oneOf(Type.values()) : wanted;
    if (depth <= 0 || dice.percent(8)) {
      return leaf(type, scope);
    }
    return switch (dice.below(10)) {
      case 0 -> leaf(type, scope);
      case 1 -> general(type, scope, depth - 1);
      case 2, 3 -> calls.yielding(type, scope, depth - 1);
      default -> special(type, scope, depth - 1);
    };
  }

  private Term leaf(Type type, Scope scope) {
    var variables = scope.named(type);
    if (!variables.isEmpty() && dice.percent(60)) {
      return Term.of(type, dice.oneOf(variables));
    }
    var fields = scope.fields().stream().filter(f -> ObjectExpressions.typeOf(f) == type).toList();
    if (!fields.isEmpty() && dice.percent(60)) {
      var from =
          scope.overSuper() && dice.percent(30) ? "super." : dice.oneOf("self.", "$.", "self.");
      return Term.of(type, from + dice.oneOf(fields));
    }
    return Literals.of(type, dice);
  }

  /** What there is for every type: choice, names, calls, places in arrays and objects. */
  private Term general(Type type, Scope scope, int depth) {
    return dice.anyOf(
        () -> conditional(type, scope, depth),
        () -> local(type, scope, depth),
        () -> local(type, scope, depth),
        () -> applied(type, scope, depth),
        () -> element(type, scope, depth),
        () -> field(type, scope, depth),
        () -> asserted(type, scope, depth),
        () -> dice.percent(15) ? failing(type, scope, depth) : conditional(type, scope, depth),
        () -> fieldOf(type, scope, depth));
  }

  private Term special(Type type, Scope scope, int depth) {
    return switch (type) {
      case NUM -> number(scope, depth);
      case STR -> string(scope, depth);
      case BOOL -> bool(scope, depth);
      case NULL -> Term.of(Type.NULL, "null");
      case NUMS, STRS, ARR -> arrays.of(type, scope, depth);
      case OBJ -> objects.any(scope, depth);
      case FUN -> function(scope, depth, "x");
      case FUN2 -> function(scope, depth, "x", "y");
    };
  }

  private Term conditional(Type type, Scope scope, int depth) {
    var test = of(Type.BOOL, scope, depth);
    var then = of(type, scope, depth);
    return dice.percent(8)
        ? Term.of(type, "(if ", test, " then ", then, ")")
        : Term.of(type, "(if ", test, " then ", then, " else ", of(type, scope, depth), ")");
  }

  private Term local(Type type, Scope scope, int depth) {
    var name = scope.fresh(dice);
    var held = dice.oneOf(Type.values());
    var inner = scope.with(name, held);
    var bound = of(held, dice.percent(3) ? inner : scope, depth);
    return Term.of(type, "(local " + name + " = ", bound, "; ", of(type, inner, depth), ")");
  }

  private Term applied(Type type, Scope scope, int depth) {
    var name = scope.fresh(dice);
    var held = dice.oneOf(Type.SHOWN);
    var inner = scope.with(name, held);
    var argument = of(held, scope, depth);
    var body = of(type, inner, depth);
    return switch (dice.below(6)) {
      case 0 -> Term.of(type, "(function(" + name + "=", argument, ") ", body, ")()");
      case 1 -> Term.of(type, "(function(" + name + ") ", body, ")(" + name + "=", argument, ")");
      case 2 ->
          Term.of(type, "(local f(" + name + ", q=" + name + ") = ", body, "; f(", argument, "))");
      case 3 ->
          Term.of(
              type,
              "(local f(" + name + ") = ",
              body,
              "; f(",
              Literals.of(held, dice),
              ") tailstrict)");
      default -> Term.of(type, "(function(" + name + ") ", body, ")(", argument, ")");
    };
  }

  private Term element(Type type, Scope scope, int depth) {
    return dice.percent(85)
        ? Term.of(type, "[", any(scope, depth), ", ", of(type, scope, depth), "][1]")
        : Term.of(type, "[", of(type, scope, depth), "][", of(Type.NUM, scope, depth), "]");
  }

  private Term field(Type type, Scope scope, int depth) {
    var inner = scope.inObject(List.of(), false);
    return dice.percent(70)
        ? Term.of(type, "{ k: ", of(type, inner, depth), " }.k")
        : Term.of(type, "{ ['k']:: ", of(type, inner, depth), " }['k']");
  }

  private Term fieldOf(Type type, Scope scope, int depth) {
    var name = ObjectExpressions.nameOf(type, dice);
    return Term.of(type, objects.any(scope, depth), "." + name);
  }

  private Term asserted(Type type, Scope scope, int depth) {
    var holds = dice.percent(80) ? Term.of(Type.BOOL, "true") : of(Type.BOOL, scope, depth);
    return dice.percent(50)
        ? Term.of(type, "(assert ", holds, "; ", of(type, scope, depth), ")")
        : Term.of(
            type, "(assert ", holds, " : ", any(scope, depth), "; ", of(type, scope, depth), ")");
  }

  private Term failing(Type type, Scope scope, int depth) {
    return Term.of(type, "(error ", any(scope, depth), ")");
  }

  private Term number(Scope scope, int depth) {
    if (dice.percent(12)) {
      return Term.of(Type.NUM, dice.oneOf("-", "+", "~"), of(Type.NUM, scope, depth));
    }
    var operator =
        dice.oneOf("+", "-", "*", "/", "%", "+", "-", "*", "&", "|", "^", "<<", ">>", "+", "-");
    return binary(Type.NUM, operator, Type.NUM, Type.NUM, scope, depth);
  }

  private Term string(Scope scope, int depth) {
    return switch (dice.below(8)) {
      case 0, 1 -> formats.formatted(scope, depth);
      case 2 -> Term.of(Type.STR, of(Type.STR, scope, depth), "[", Literals.size(dice), "]");
      case 3 -> arrays.slice(Type.STR, scope, depth);
      case 4 -> binary(Type.STR, "+", dice.oneOf(Type.SHOWN), Type.STR, scope, depth);
      case 5 -> binary(Type.STR, "+", Type.STR, dice.oneOf(Type.SHOWN), scope, depth);
      default -> binary(Type.STR, "+", Type.STR, Type.STR, scope, depth);
    };
  }

  private Term bool(Scope scope, int depth) {
    var compared = dice.oneOf(Type.NUM, Type.STR, Type.NUMS, Type.STRS);
    return switch (dice.below(8)) {
      case 0 -> Term.of(Type.BOOL, "!", of(Type.BOOL, scope, depth));
      case 1, 2 -> binary(Type.BOOL, dice.oneOf("&&", "||"), Type.BOOL, Type.BOOL, scope, depth);
      case 3, 4 ->
          binary(Type.BOOL, dice.oneOf("<", "<=", ">", ">="), compared, compared, scope, depth);
      case 5 -> membership(scope, depth);
      default -> equality(scope, depth);
    };
  }

  private Term equality(Scope scope, int depth) {
    var type = dice.oneOf(Type.SHOWN);
    return binary(Type.BOOL, dice.oneOf("==", "!="), type, type, scope, depth);
  }

  private Term membership(Scope scope, int depth) {
    return scope.overSuper() && dice.percent(40)
        ? Term.of(Type.BOOL, "('" + ObjectExpressions.name(dice) + "' in super)")
        : binary(Type.BOOL, "in", Type.STR, Type.OBJ, scope, depth);
  }

  /** Two operands; without parentheses now and then, so that precedence matters. */
  private Term binary(Type type, String operator, Type left, Type right, Scope scope, int depth) {
    var open = dice.percent(85);
    return Term.of(
        type,
        open ? "(" : "",
        of(left, scope, depth),
        " " + operator + " ",
        of(right, scope, depth),
        open ? ")" : "");
  }

  private Term function(Scope scope, int depth, String... parameters) {
    var inner = scope;
    for (var parameter : parameters) {
      inner = inner.with(parameter, dice.oneOf(Type.NUM, Type.STR, Type.NUM, Type.OBJ));
    }
    var type = parameters.length == 1 ? Type.FUN : Type.FUN2;
    return Term.of(
        type,
        "(function(" + String.join(", ", parameters) + ") ",
        of(dice.oneOf(Type.SHOWN), inner, depth),
        ")");
  }
}
