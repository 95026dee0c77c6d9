// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.Expr.Clause;
import wtf.metio.jaas.jsonnet.syntax.Expr.Member;

/**
 * Finds the {@code $} that stands in no object.
 *
 * <p>The reference looks for it while it rewrites sugar, before it looks at names and in an order
 * of its own: comprehensions from the inside out. Nothing within an object matters but the names of
 * its fields, which are computed outside of it.
 */
final class OutermostDollar {

  private final Deque<Expr> stack = new ArrayDeque<>();

  private OutermostDollar() {}

  /** The first one in a program. */
  static Optional<Expr.Dollar> find(Expr program) {
    return new OutermostDollar().search(program);
  }

  private Optional<Expr.Dollar> search(Expr program) {
    stack.push(program);
    while (!stack.isEmpty()) {
      Expr expr = stack.pop();
      if (expr instanceof Expr.Dollar dollar) {
        return Optional.of(dollar);
      }
      List<@Nullable Expr> children = children(expr);
      for (int i = children.size() - 1; i >= 0; i--) {
        @Nullable Expr child = children.get(i);
        if (child != null) {
          stack.push(child);
        }
      }
    }
    return Optional.empty();
  }

  private static List<@Nullable Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.NullLiteral e -> List.of();
      case Expr.BooleanLiteral e -> List.of();
      case Expr.NumberLiteral e -> List.of();
      case Expr.StringLiteral e -> List.of();
      case Expr.Self e -> List.of();
      case Expr.Dollar e -> List.of();
      case Expr.Variable e -> List.of();
      case Expr.SuperSelect e -> List.of();
      case Expr.Import e -> List.of();
      case Expr.Parens e -> List.of(e.inner());
      case Expr.Select e -> List.of(e.target());
      case Expr.SuperIndex e -> List.of(e.index());
      case Expr.InSuper e -> List.of(e.index());
      case Expr.Unary e -> List.of(e.operand());
      case Expr.Error e -> List.of(e.message());
      case Expr.ApplyBrace e -> List.of(e.left(), e.right());
      case Expr.Index e -> List.of(e.target(), e.index());
      case Expr.Binary e ->
          e.operator() == Expr.BinaryOperator.IN
              ? List.of(e.right(), e.left())
              : List.of(e.left(), e.right());
      case Expr.Slice e -> all(e.target(), e.from(), e.to(), e.step());
      case Expr.Conditional e -> all(e.condition(), e.yes(), e.no());
      case Expr.Assert e -> all(e.condition(), e.rest(), e.message());
      case Expr.Array e -> new ArrayList<>(e.elements());
      case Expr.Apply e -> apply(e);
      case Expr.Local e -> local(e);
      case Expr.Function e -> function(e);
      case Expr.ObjectLiteral e -> object(e);
      case Expr.ArrayComprehension e -> comprehension(e.body(), e.clauses());
      case Expr.ObjectComprehension e -> comprehension(e.field().name(), e.clauses());
    };
  }

  private static List<@Nullable Expr> all(@Nullable Expr... children) {
    return Arrays.asList(children);
  }

  private static List<@Nullable Expr> apply(Expr.Apply apply) {
    var children = new ArrayList<@Nullable Expr>();
    children.add(apply.target());
    apply.arguments().forEach(argument -> children.add(argument.value()));
    return children;
  }

  private static List<@Nullable Expr> local(Expr.Local local) {
    var children = new ArrayList<@Nullable Expr>();
    local.binds().forEach(bind -> children.add(bind.body()));
    children.add(local.body());
    return children;
  }

  private static List<@Nullable Expr> function(Expr.Function function) {
    var children = new ArrayList<@Nullable Expr>();
    function.parameters().forEach(parameter -> children.add(parameter.defaultValue()));
    children.add(function.body());
    return children;
  }

  private static List<@Nullable Expr> object(Expr.ObjectLiteral object) {
    var children = new ArrayList<@Nullable Expr>();
    for (Member member : object.members()) {
      if (member instanceof Member.Field field) {
        children.add(field.name());
      }
    }
    return children;
  }

  /** First what is collected, then the clauses from the last {@code for} to the first. */
  private static List<@Nullable Expr> comprehension(Expr collected, List<Clause> clauses) {
    var children = new ArrayList<@Nullable Expr>();
    children.add(collected);
    int end = clauses.size();
    for (int i = end - 1; i >= 0; i--) {
      if (clauses.get(i) instanceof Clause.For clause) {
        for (Clause condition : clauses.subList(i + 1, end)) {
          children.add(((Clause.If) condition).condition());
        }
        children.add(clause.source());
        end = i;
      }
    }
    return children;
  }
}
