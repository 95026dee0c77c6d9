// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr.Clause;
import wtf.metio.jaas.jsonnet.syntax.Expr.Member;

/** Writes a tree the way the recordings of the reference do. */
final class TreeText {

  private final SourceText source;
  private final StringBuilder out = new StringBuilder();

  private TreeText(SourceText source) {
    this.source = source;
  }

  static String of(SourceText source) {
    var text = new TreeText(source);
    text.node(Parser.parse(source));
    return text.out.toString();
  }

  private void node(Expr expr) {
    open(kind(expr), expr.begin(), expr.end());
    switch (expr) {
      case Expr.BooleanLiteral e -> word(String.valueOf(e.value()));
      case Expr.Variable e -> word(e.name());
      case Expr.Parens e -> children(e.inner());
      case Expr.Array e -> e.elements().forEach(this::children);
      case Expr.ArrayComprehension e -> {
        children(e.body());
        clauses(e.clauses());
      }
      case Expr.ObjectLiteral e -> e.members().forEach(this::member);
      case Expr.ObjectComprehension e -> {
        members(e).forEach(this::member);
        clauses(e.clauses());
      }
      case Expr.Apply e -> apply(e);
      case Expr.ApplyBrace e -> children(e.left(), e.right());
      case Expr.Select e -> {
        children(e.target());
        word("." + e.name());
      }
      case Expr.Index e -> children(e.target(), e.index());
      case Expr.Slice e -> children(e.target(), e.from(), e.to(), e.step());
      case Expr.SuperSelect e -> word("." + e.name());
      case Expr.SuperIndex e -> children(e.index());
      case Expr.InSuper e -> children(e.index());
      case Expr.Unary e -> {
        word(symbol(e.operator()));
        children(e.operand());
      }
      case Expr.Binary e -> {
        word(symbol(e.operator()));
        children(e.left(), e.right());
      }
      case Expr.Conditional e -> children(e.condition(), e.yes(), e.no());
      case Expr.Local e -> {
        e.binds().forEach(this::bind);
        children(e.body());
      }
      case Expr.Function e -> {
        parameters(e);
        children(e.body());
      }
      case Expr.Error e -> children(e.message());
      case Expr.Assert e -> children(e.condition(), e.message(), e.rest());
      default -> {}
    }
    out.append(')');
  }

  private static String kind(Expr expr) {
    return switch (expr) {
      case Expr.NullLiteral e -> "LiteralNull";
      case Expr.BooleanLiteral e -> "LiteralBoolean";
      case Expr.NumberLiteral e -> "LiteralNumber";
      case Expr.StringLiteral e -> "LiteralString";
      case Expr.Variable e -> "Var";
      case Expr.ArrayComprehension e -> "ArrayComp";
      case Expr.ObjectLiteral e -> "Object";
      case Expr.ObjectComprehension e -> "ObjectComp";
      case Expr.Select e -> "Index";
      case Expr.SuperSelect e -> "SuperIndex";
      case Expr.Import e ->
          switch (e.kind()) {
            case CODE -> "Import";
            case TEXT -> "ImportStr";
            case BYTES -> "ImportBin";
          };
      default -> expr.getClass().getSimpleName();
    };
  }

  private static String symbol(Expr.UnaryOperator operator) {
    return switch (operator) {
      case NOT -> "!";
      case COMPLEMENT -> "~";
      case PLUS -> "+";
      case MINUS -> "-";
    };
  }

  private static String symbol(Expr.BinaryOperator operator) {
    return switch (operator) {
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case MODULO -> "%";
      case PLUS -> "+";
      case MINUS -> "-";
      case SHIFT_LEFT -> "<<";
      case SHIFT_RIGHT -> ">>";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case IN -> "in";
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
      case BITWISE_AND -> "&";
      case BITWISE_XOR -> "^";
      case BITWISE_OR -> "|";
      case AND -> "&&";
      case OR -> "||";
    };
  }

  private void open(String kind, int begin, int end) {
    out.append('(').append(kind).append(' ').append(place(begin)).append('-').append(place(end));
  }

  private String place(int offset) {
    return source.line(offset) + ":" + source.column(offset);
  }

  private void word(String text) {
    out.append(' ').append(text);
  }

  private void children(@Nullable Expr... exprs) {
    for (@Nullable Expr expr : exprs) {
      if (expr == null) {
        word("_");
      } else {
        out.append(' ');
        node(expr);
      }
    }
  }

  private void apply(Expr.Apply apply) {
    children(apply.target());
    for (Expr.Argument argument : apply.arguments()) {
      if (argument.name() != null) {
        word(argument.name() + "=");
      }
      children(argument.value());
    }
    if (apply.tailStrict()) {
      word("tailstrict");
    }
  }

  private void parameters(Expr.Function function) {
    for (Expr.Parameter parameter : function.parameters()) {
      out.append(' ');
      open("parameter", parameter.begin(), parameter.end());
      word(parameter.name());
      if (parameter.defaultValue() != null) {
        children(parameter.defaultValue());
      }
      out.append(')');
    }
  }

  private void bind(Expr.Bind bind) {
    out.append(' ');
    open("local", bind.begin(), bind.end());
    word(bind.name());
    children(withoutParameters(bind.begin(), bind.body()));
    out.append(')');
  }

  /** Parameters in front of the body are a function that begins where the bound name does. */
  private Expr withoutParameters(int begin, Expr body) {
    if (body instanceof Expr.Function function && function.begin() == begin) {
      parameters(function);
      return function.body();
    }
    return body;
  }

  private void member(Member member) {
    switch (member) {
      case Member.Local local -> bind(local.bind());
      case Member.Assertion assertion -> {
        out.append(' ');
        open("assert", assertion.begin(), assertion.end());
        children(assertion.condition(), assertion.message());
        out.append(')');
      }
      case Member.Field field -> field(field);
    }
  }

  private void field(Member.Field field) {
    out.append(' ');
    open("field", field.begin(), field.end());
    if (Characters.beginsWord(source.bytes()[field.begin()])) {
      word(((Expr.StringLiteral) field.name()).value());
    } else {
      children(field.name());
    }
    Expr body = withoutParameters(field.begin(), field.body());
    word((field.plus() ? "+" : "") + colons(field.visibility()));
    children(body);
    out.append(')');
  }

  private static String colons(Expr.Visibility visibility) {
    return switch (visibility) {
      case INHERIT -> ":";
      case HIDDEN -> "::";
      case VISIBLE -> ":::";
    };
  }

  /** The members of a comprehension in the order of the text. */
  private static List<Member> members(Expr.ObjectComprehension comprehension) {
    var members = new ArrayList<Member>(comprehension.locals());
    members.add(comprehension.field());
    members.sort(Comparator.comparingInt(TreeText::begin));
    return members;
  }

  private static int begin(Member member) {
    return switch (member) {
      case Member.Local local -> local.bind().begin();
      case Member.Assertion assertion -> assertion.begin();
      case Member.Field field -> field.begin();
    };
  }

  private void clauses(List<Clause> clauses) {
    for (Clause clause : clauses) {
      switch (clause) {
        case Clause.For loop -> {
          word("for " + loop.variable());
          children(loop.source());
        }
        case Clause.If filter -> {
          word("if");
          children(filter.condition());
        }
      }
    }
  }
}
