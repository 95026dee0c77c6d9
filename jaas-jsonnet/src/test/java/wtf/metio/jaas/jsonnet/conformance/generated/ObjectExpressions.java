// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ObjectExpressions with everything they can have.
 *
 * <p>A field's name says its type, so that {@code self.a} is of some use. A field mostly refers to
 * fields that come after it in the alphabet, so that most programs end.
 */
final class ObjectExpressions {

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "g", "x1");
  private static final Map<String, Type> TYPES =
      Map.of(
          "a", Type.NUM,
          "b", Type.NUM,
          "c", Type.STR,
          "d", Type.NUMS,
          "e", Type.OBJ,
          "g", Type.BOOL,
          "x1", Type.STRS);
  private static final int MAX_MEMBERS = 5;

  private final Dice dice;
  private final Expressions expressions;

  ObjectExpressions(Dice dice, Expressions expressions) {
    this.dice = dice;
    this.expressions = expressions;
  }

  static String name(Dice dice) {
    return dice.oneOf(NAMES);
  }

  static Type typeOf(String name) {
    return TYPES.getOrDefault(name, Type.ARR);
  }

  /** A name whose field is of a type, if there is one. */
  static String nameOf(Type type, Dice dice) {
    var fitting = NAMES.stream().filter(n -> typeOf(n) == type).toList();
    return dice.oneOf(fitting.isEmpty() ? NAMES : fitting);
  }

  Term any(Scope scope, int depth) {
    return switch (dice.below(10)) {
      case 0, 1, 2 -> literal(scope, depth, false);
      case 3 -> comprehension(scope, depth);
      case 4 ->
          Term.of(
              Type.OBJ,
              "(",
              expressions.of(Type.OBJ, scope, depth),
              " + ",
              expressions.of(Type.OBJ, scope, depth),
              ")");
      case 5 ->
          Term.of(
              Type.OBJ,
              "(",
              literal(scope, depth, false),
              " + ",
              literal(scope, depth - 1, true),
              " + ",
              literal(scope, depth - 1, true),
              ")");
      default ->
          Term.of(
              Type.OBJ, "(", literal(scope, depth, false), " ", literal(scope, depth, true), ")");
    };
  }

  Term literal(Scope scope, int depth, boolean onTop) {
    var members = new ArrayList<Object>();
    members.add("{ ");
    var inner = scope;
    if (dice.percent(20)) {
      var name = inner.fresh(dice);
      var type = dice.oneOf(Type.NUM, Type.STR, Type.OBJ, Type.FUN);
      members.add("local " + name + " = ");
      members.add(expressions.of(type, inside(inner, "", onTop), depth - 1));
      members.add(", ");
      inner = inner.with(name, type);
    }
    var used = new ArrayList<String>();
    var count = dice.below(MAX_MEMBERS);
    for (var i = 0; i < count; i++) {
      members.addAll(member(scope, inside(inner, "", onTop), used, depth));
    }
    members.add("}");
    return Term.of(Type.OBJ, members.toArray());
  }

  /** The scope of a field's body; what it may refer to comes after the field. */
  private Scope inside(Scope scope, String field, boolean onTop) {
    var later = NAMES.stream().filter(n -> n.compareTo(field) > 0 || dice.percent(3)).toList();
    return scope.inObject(later, onTop);
  }

  private List<Object> member(Scope outside, Scope inner, List<String> used, int depth) {
    if (dice.percent(6)) {
      return List.of(
          "assert ",
          expressions.of(Type.BOOL, inner, depth - 1),
          dice.oneOf(", ", " : 'broken', "));
    }
    var name = name(dice);
    if (used.contains(name) && !dice.percent(4)) {
      return List.of();
    }
    used.add(name);
    var scope = inside(inner, name, inner.overSuper());
    if (dice.percent(8)) {
      return List.of(
          "m(x)", dice.oneOf("::", ":"), " ", body(name, scope.with("x", Type.NUM), depth), ", ");
    }
    var key = new ArrayList<>(key(name, outside, depth));
    key.add(dice.oneOf(":", ":", ":", "::", ":::", "+:", "+:", "+::", "+:::") + " ");
    key.add(body(name, scope, depth));
    key.add(", ");
    return key;
  }

  private Term body(String name, Scope scope, int depth) {
    return expressions.of(typeOf(name), scope, depth - 1);
  }

  private List<Object> key(String name, Scope outside, int depth) {
    return switch (dice.below(14)) {
      case 0 -> List.of("['" + name + "']");
      case 1 -> List.of("'" + name + "'");
      case 2 ->
          dice.percent(30)
              ? List.of("[", expressions.of(Type.STR, outside, depth - 2), "]")
              : List.of(
                  "[if ", expressions.of(Type.BOOL, outside, depth - 2), " then '" + name + "']");
      default -> List.of(name);
    };
  }

  private Term comprehension(Scope scope, int depth) {
    var variable = scope.fresh(dice);
    var inner = scope.with(variable, Type.STR);
    var local = dice.percent(20) ? "local q = " + variable + ", " : "";
    var value = dice.oneOf(Type.SHOWN);
    return Term.of(
        Type.OBJ,
        "{ " + local + "[" + variable + (dice.percent(20) ? " + 'k'" : "") + "]",
        dice.oneOf(": ", ": ", "+: "),
        expressions.of(value, inner.inObject(List.of(), false), depth - 1),
        " for " + variable + " in ",
        dice.percent(70)
            ? Term.of(
                Type.STRS, dice.oneOf("['a', 'b']", "['c']", "std.set(['b', 'a'])", "['d', null]"))
            : expressions.of(Type.STRS, scope, depth - 1),
        dice.percent(20) ? " if true" : "",
        " }");
  }
}
