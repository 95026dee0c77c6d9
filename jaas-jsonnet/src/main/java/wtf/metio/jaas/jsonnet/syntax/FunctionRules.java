// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about parameters, arguments and the binding of names. */
final class FunctionRules {

  private static final String OF_FUNCTION = "function parameter";
  private static final String OF_METHOD = "method parameter";

  private final Parser parser;
  private final Tokens tokens;

  FunctionRules(Parser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  // apply ::= target "(" [ argument ( "," argument )* [ "," ] ] ")" [ "tailstrict" ]
  Expr apply(Expr target) {
    tokens.advance();
    var arguments = new ArrayList<Expr.Argument>();
    boolean named = false;
    boolean comma = true;
    while (!tokens.at(TokenKind.PAREN_R)) {
      requireComma(comma, "function argument");
      int begin = tokens.begin();
      int end = tokens.end();
      Expr.Argument argument = argument();
      comma = tokens.skip(TokenKind.COMMA);
      if (named && argument.name() == null) {
        throw tokens.failure(
            begin, end, "Positional argument after a named argument is not allowed");
      }
      named = argument.name() != null;
      arguments.add(argument);
    }
    int end = tokens.end();
    tokens.advance();
    boolean tailStrict = tokens.skip(TokenKind.TAIL_STRICT);
    return new Expr.Apply(target.begin(), end, target, List.copyOf(arguments), tailStrict);
  }

  // argument ::= [ name "=" ] expression
  private Expr.Argument argument() {
    @Nullable String name = null;
    if (tokens.atNamedArgument()) {
      name = tokens.identifier();
      tokens.advance();
    }
    return new Expr.Argument(name, parser.expression());
  }

  // function ::= "function" parameters expression
  Expr function(int begin) {
    if (!tokens.at(TokenKind.PAREN_L)) {
      throw tokens.failure("Expected ( but got " + tokens.found());
    }
    List<Expr.Parameter> parameters = parameters(OF_FUNCTION);
    Expr body = parser.expression();
    return new Expr.Function(begin, body.end(), parameters, body);
  }

  /** The parameters of a method if some come next, otherwise null. */
  @Nullable List<Expr.Parameter> methodParameters() {
    return tokens.at(TokenKind.PAREN_L) ? parameters(OF_METHOD) : null;
  }

  // parameters ::= "(" [ parameter ( "," parameter )* [ "," ] ] ")"
  private List<Expr.Parameter> parameters(String what) {
    tokens.advance();
    var parameters = new ArrayList<Expr.Parameter>();
    boolean comma = true;
    while (!tokens.at(TokenKind.PAREN_R)) {
      requireComma(comma, what);
      parameters.add(parameter());
      comma = tokens.skip(TokenKind.COMMA);
    }
    tokens.advance();
    return List.copyOf(parameters);
  }

  // parameter ::= name [ "=" expression ]
  private Expr.Parameter parameter() {
    if (!tokens.at(TokenKind.IDENTIFIER)) {
      throw tokens.failure(tokens.expected(TokenKind.IDENTIFIER) + " while parsing parameter");
    }
    int begin = tokens.begin();
    int end = tokens.end();
    String name = tokens.identifier();
    if (!tokens.is(Symbol.ASSIGN)) {
      return new Expr.Parameter(begin, end, name, null);
    }
    tokens.advance();
    Expr otherwise = parser.expression();
    return new Expr.Parameter(begin, otherwise.end(), name, otherwise);
  }

  private void requireComma(boolean comma, String what) {
    if (!comma) {
      throw tokens.failure("Expected a comma before next " + what + ", got " + tokens.found());
    }
  }

  // local ::= "local" bind ( "," bind )* ";" expression
  Expr local(int begin) {
    var binds = new ArrayList<Expr.Bind>();
    var known = new Distinct();
    do {
      binds.add(bind(known));
      if (!tokens.at(TokenKind.COMMA) && !tokens.at(TokenKind.SEMICOLON)) {
        throw tokens.failure("Expected , or ; but got " + tokens.found());
      }
    } while (tokens.skip(TokenKind.COMMA));
    tokens.advance();
    Expr body = parser.expression();
    return new Expr.Local(begin, body.end(), List.copyOf(binds), body);
  }

  // bind ::= name [ parameters ] "=" expression
  Expr.Bind bind(Distinct known) {
    int begin = tokens.begin();
    int end = tokens.end();
    String name = tokens.identifier();
    if (!known.add(name)) {
      throw tokens.failure(begin, end, "Duplicate local var: " + name);
    }
    @Nullable List<Expr.Parameter> parameters =
        tokens.at(TokenKind.PAREN_L) ? parameters(OF_FUNCTION) : null;
    tokens.expectAssignment();
    Expr body = parser.expression();
    return new Expr.Bind(begin, body.end(), name, function(begin, parameters, body));
  }

  /** A body as a function of its parameters, if it has any. */
  static Expr function(int begin, @Nullable List<Expr.Parameter> parameters, Expr body) {
    return parameters == null ? body : new Expr.Function(begin, body.end(), parameters, body);
  }
}
