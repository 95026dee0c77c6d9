// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.syntax.Expr.Member;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/** The rules about objects. */
final class ObjectRules {

  private final Parser parser;
  private final FunctionRules functions;
  private final Tokens tokens;

  ObjectRules(Parser parser, FunctionRules functions, Tokens tokens) {
    this.parser = parser;
    this.functions = functions;
    this.tokens = tokens;
  }

  // object ::= "{" [ member ( "," member )* [ "," ] ] [ comprehension ] "}"
  Expr object() {
    int begin = tokens.begin();
    tokens.advance();
    var members = new ArrayList<Member>();
    var fields = new Distinct();
    var locals = new Distinct();
    boolean comma = true;
    while (!tokens.at(TokenKind.BRACE_R)) {
      if (tokens.at(TokenKind.FOR)) {
        return comprehension(begin, members);
      }
      if (!comma) {
        throw tokens.failure("Expected a comma before next field");
      }
      members.add(member(fields, locals));
      comma = tokens.skip(TokenKind.COMMA);
    }
    int end = tokens.end();
    tokens.advance();
    return new Expr.ObjectLiteral(begin, end, List.copyOf(members));
  }

  private Expr comprehension(int begin, List<Member> members) {
    Member.Field field = onlyField(members);
    var locals = new ArrayList<Member.Local>();
    for (Member member : members) {
      if (member instanceof Member.Local local) {
        locals.add(local);
      }
    }
    List<Expr.Clause> clauses = parser.comprehension(TokenKind.BRACE_R);
    return new Expr.ObjectComprehension(
        begin, tokens.previousEnd(), List.copyOf(locals), field, clauses);
  }

  private Member.Field onlyField(List<Member> members) {
    Member.@Nullable Field only = null;
    int count = 0;
    for (Member member : members) {
      switch (member) {
        case Member.Local local -> {}
        case Member.Assertion assertion ->
            throw tokens.failure("Object comprehension cannot have asserts");
        case Member.Field field -> {
          only = field;
          count++;
        }
      }
    }
    if (only == null || count > 1) {
      throw tokens.failure("Object comprehension can only have one field");
    }
    if (only.visibility() != Visibility.INHERIT) {
      throw tokens.failure("Object comprehensions cannot have hidden fields");
    }
    if (!only.computed()) {
      throw tokens.failure("Object comprehensions can only have [e] fields");
    }
    return only;
  }

  // member ::= field | "local" bind | assertion
  private Member member(Distinct fields, Distinct locals) {
    return switch (tokens.kind()) {
      case BRACKET_L,
          IDENTIFIER,
          STRING_SINGLE,
          STRING_DOUBLE,
          STRING_BLOCK,
          VERBATIM_STRING_SINGLE,
          VERBATIM_STRING_DOUBLE ->
          field(fields);
      case LOCAL -> {
        tokens.advance();
        yield new Member.Local(functions.bind(locals));
      }
      case ASSERT -> assertion();
      default ->
          throw tokens.failure("Unexpected: " + tokens.found() + " while parsing field definition");
    };
  }

  // assertion ::= "assert" expression [ ":" expression ]
  private Member assertion() {
    int begin = tokens.begin();
    tokens.advance();
    Expr condition = parser.expression();
    @Nullable Expr message = parser.message();
    int end = message == null ? condition.end() : message.end();
    return new Member.Assertion(begin, end, condition, message);
  }

  // field ::= ( name | string | "[" expression "]" ) [ parameters ] operator expression
  private Member field(Distinct known) {
    int begin = tokens.begin();
    int end = tokens.end();
    boolean computed = tokens.at(TokenKind.BRACKET_L);
    String data = tokens.data();
    Expr name = computed ? computedName() : knownName(data);
    @Nullable List<Expr.Parameter> parameters = functions.methodParameters();
    FieldOperator operator = operator();
    if (operator.plus() && parameters != null) {
      throw tokens.failure(begin, end, "Cannot use +: syntax sugar in a method: " + data);
    }
    if (!computed && !known.add(data)) {
      throw tokens.failure(begin, end, "Duplicate field: " + data);
    }
    Expr body = parser.expression();
    return new Member.Field(
        begin,
        body.end(),
        name,
        computed,
        operator.plus(),
        operator.visibility(),
        FunctionRules.function(begin, parameters, body));
  }

  private Expr computedName() {
    tokens.advance();
    Expr name = parser.expression();
    tokens.expect(TokenKind.BRACKET_R);
    return name;
  }

  /** Most names are spelled as they are, which spares looking for the String a second time. */
  private Expr knownName(String data) {
    Expr name =
        tokens.atEscapedString()
            ? tokens.string()
            : new Expr.StringLiteral(tokens.begin(), tokens.end(), data);
    tokens.advance();
    return name;
  }

  // operator ::= [ "+" ] ( ":" | "::" | ":::" )
  private FieldOperator operator() {
    if (!tokens.at(TokenKind.OPERATOR)) {
      throw tokens.failure(tokens.expected(TokenKind.OPERATOR));
    }
    @Nullable FieldOperator operator =
        tokens.symbol() == Symbol.COLON ? FieldOperator.PLAIN : FieldOperator.of(tokens.data());
    if (operator == null) {
      throw tokens.failure("Expected one of :, ::, :::, +:, +::, +:::, got: " + tokens.data());
    }
    tokens.advance();
    return operator;
  }

  /** What stands between the name of a field and its body. */
  private record FieldOperator(boolean plus, Visibility visibility) {

    static final FieldOperator PLAIN = new FieldOperator(false, Visibility.INHERIT);

    static @Nullable FieldOperator of(String text) {
      boolean plus = text.startsWith("+");
      return switch (plus ? text.substring(1) : text) {
        case ":" -> new FieldOperator(plus, Visibility.INHERIT);
        case "::" -> new FieldOperator(plus, Visibility.HIDDEN);
        case ":::" -> new FieldOperator(plus, Visibility.VISIBLE);
        default -> null;
      };
    }
  }
}
