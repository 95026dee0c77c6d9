// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program as its author wrote it, sugar included.
 *
 * <p>Every node carries the half-open range of <em>bytes</em> of its source text, since columns in
 * messages count bytes. The ranges are those of the reference implementation, because they are
 * visible in its messages. Trees are immutable and know neither values nor scopes.
 */
public sealed interface Expr {

  /** Offset of the first byte. */
  int begin();

  /** Offset after the last byte. */
  int end();

  /** {@code null}. */
  record NullLiteral(int begin, int end) implements Expr {}

  /** {@code true} or {@code false}. */
  record BooleanLiteral(int begin, int end, boolean value) implements Expr {}

  /**
   * A number.
   *
   * @param value infinite when the literal overflows: an error, but only once it is evaluated
   */
  record NumberLiteral(int begin, int end, double value) implements Expr {}

  /** A string of any kind of quotes, escapes already resolved. */
  record StringLiteral(int begin, int end, String value) implements Expr {}

  /** {@code self}. */
  record Self(int begin, int end) implements Expr {}

  /** {@code $}, the outermost object of the file. */
  record Dollar(int begin, int end) implements Expr {}

  /** A variable. */
  record Variable(int begin, int end, String name) implements Expr {}

  /** {@code (inner)}; kept, since parentheses show in ranges and decide some syntax errors. */
  record Parens(int begin, int end, Expr inner) implements Expr {}

  /** {@code [a, b]}. */
  record Array(int begin, int end, List<Expr> elements) implements Expr {}

  /** {@code [body for x in xs if c]}; the first clause is a {@link Clause.For}. */
  record ArrayComprehension(int begin, int end, Expr body, List<Clause> clauses) implements Expr {}

  /** {@code { members }}. */
  record ObjectLiteral(int begin, int end, List<Member> members) implements Expr {}

  /** {@code { [name]: body for x in xs }}. */
  record ObjectComprehension(
      int begin, int end, List<Member.Local> locals, Member.Field field, List<Clause> clauses)
      implements Expr {}

  /** {@code target(arguments)}; positional arguments come before named ones. */
  record Apply(int begin, int end, Expr target, List<Argument> arguments, boolean tailStrict)
      implements Expr {}

  /** {@code left { ... }}; the right side is an object literal or comprehension. */
  record ApplyBrace(int begin, int end, Expr left, Expr right) implements Expr {}

  /** {@code target.name}. */
  record Select(int begin, int end, Expr target, String name) implements Expr {}

  /** {@code target[index]}. */
  record Index(int begin, int end, Expr target, Expr index) implements Expr {}

  /** {@code target[from:to:step]}; each part may be left out. */
  record Slice(
      int begin, int end, Expr target, @Nullable Expr from, @Nullable Expr to, @Nullable Expr step)
      implements Expr {}

  /** {@code super.name}. */
  record SuperSelect(int begin, int end, String name) implements Expr {}

  /** {@code super[index]}. */
  record SuperIndex(int begin, int end, Expr index) implements Expr {}

  /** {@code index in super}. */
  record InSuper(int begin, int end, Expr index) implements Expr {}

  /** An operator and its operand. */
  record Unary(int begin, int end, UnaryOperator operator, Expr operand) implements Expr {}

  /** An operator between two operands. */
  record Binary(int begin, int end, BinaryOperator operator, Expr left, Expr right)
      implements Expr {}

  /** {@code if condition then yes else no}; without {@code else} the other branch is null. */
  record Conditional(int begin, int end, Expr condition, Expr yes, @Nullable Expr no)
      implements Expr {}

  /** {@code local binds; body}. */
  record Local(int begin, int end, List<Bind> binds, Expr body) implements Expr {}

  /** {@code function(parameters) body}. */
  record Function(int begin, int end, List<Parameter> parameters, Expr body) implements Expr {}

  /** {@code error message}. */
  record Error(int begin, int end, Expr message) implements Expr {}

  /** {@code assert condition : message; rest}. */
  record Assert(int begin, int end, Expr condition, @Nullable Expr message, Expr rest)
      implements Expr {}

  /** {@code import 'path'} and its relatives. */
  record Import(int begin, int end, ImportKind kind, String path) implements Expr {}

  /** How an imported file is read. */
  enum ImportKind {
    CODE,
    TEXT,
    BYTES
  }

  /** A value bound to a parameter: by position, or by name where {@code name} is there. */
  record Argument(@Nullable String name, Expr value) {}

  /**
   * A parameter of a function.
   *
   * @param defaultValue evaluated in the scope of the called function, only when needed; null when
   *     the parameter must be given
   */
  record Parameter(int begin, int end, String name, @Nullable Expr defaultValue) {}

  /**
   * {@code name = body} or {@code name(parameters) = body}; the latter arrives with a {@link
   * Function} as its body.
   */
  record Bind(int begin, int end, String name, Expr body) {}

  /** A part of a comprehension. */
  sealed interface Clause {

    /** {@code for variable in source}. */
    record For(int begin, int end, String variable, Expr source) implements Clause {}

    /** {@code if condition}. */
    record If(int begin, int end, Expr condition) implements Clause {}
  }

  /** A part of an object. */
  sealed interface Member {

    /** {@code local name = body}. */
    record Local(Bind bind) implements Member {}

    /** {@code assert condition : message}. */
    record Assertion(int begin, int end, Expr condition, @Nullable Expr message)
        implements Member {}

    /**
     * {@code name: body}, {@code [name]: body}, {@code name(parameters): body}; the latter arrives
     * with a {@link Function} as its body.
     *
     * @param name a {@link StringLiteral} for names that are known before the run (bare or quoted),
     *     any other expression for {@code [name]}
     * @param computed whether the name was written in brackets
     * @param plus whether the field extends the one of the object below: {@code name+: body}
     */
    record Field(
        int begin,
        int end,
        Expr name,
        boolean computed,
        boolean plus,
        Visibility visibility,
        Expr body)
        implements Member {}
  }

  /** What happens to a field when the object is written out. */
  enum Visibility {
    /** {@code :} as in the object below, visible when there is none. */
    INHERIT,
    /** {@code ::} left out. */
    HIDDEN,
    /** {@code :::} written even if the object below hides it. */
    VISIBLE
  }

  /** Operators with one operand. */
  enum UnaryOperator {
    NOT,
    COMPLEMENT,
    PLUS,
    MINUS
  }

  /** Operators with two operands, loosest last. */
  enum BinaryOperator {
    MULTIPLY,
    DIVIDE,
    MODULO,
    PLUS,
    MINUS,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IN,
    EQUAL,
    NOT_EQUAL,
    BITWISE_AND,
    BITWISE_XOR,
    BITWISE_OR,
    AND,
    OR
  }
}
