// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;

/** The tokens of a source as the grammar wants them: one is current, and complaints name it. */
final class Tokens {

  private final SourceText source;
  private final Lexer lexer;
  private final int maxNesting;
  private int nesting;
  private int previousEnd;

  Tokens(SourceText source, ParseLimits limits) {
    this.source = source;
    this.lexer = new Lexer(source, limits.checkpoint());
    this.maxNesting = limits.maxNesting();
  }

  void advance() {
    previousEnd = lexer.end();
    lexer.advance();
  }

  /** Where the token before the current one ended. */
  int previousEnd() {
    return previousEnd;
  }

  TokenKind kind() {
    return lexer.kind();
  }

  int begin() {
    return lexer.begin();
  }

  int end() {
    return lexer.end();
  }

  Symbol symbol() {
    return lexer.symbol();
  }

  String name() {
    return lexer.name();
  }

  double number() {
    return lexer.number();
  }

  /** The content of the current token, escapes and all. */
  String data() {
    return lexer.data();
  }

  /** The current token as messages name it. */
  String found() {
    return lexer.found();
  }

  boolean at(TokenKind kind) {
    return lexer.kind() == kind;
  }

  boolean is(Symbol symbol) {
    return lexer.kind() == TokenKind.OPERATOR && lexer.symbol() == symbol;
  }

  boolean atString() {
    return lexer.isString();
  }

  /** Whether the current token is a string whose value differs from its {@link #data}. */
  boolean atEscapedString() {
    return lexer.isEscaped();
  }

  /** The current string as a node; stays current. */
  Expr.StringLiteral string() {
    return lexer.isEscaped()
        ? escapedString()
        : new Expr.StringLiteral(begin(), end(), lexer.data());
  }

  private Expr.StringLiteral escapedString() {
    try {
      return new Expr.StringLiteral(begin(), end(), lexer.unescaped());
    } catch (Escapes.MalformedException malformed) {
      // The reference shows the place twice.
      throw failure(source.location(begin(), end()) + ' ' + malformed.getMessage());
    }
  }

  /** Whether the current name is followed by `=` and so names an argument. */
  boolean atNamedArgument() {
    if (!at(TokenKind.IDENTIFIER) || !lexer.mayPrecedeAssignment()) {
      return false;
    }
    int name = lexer.begin();
    lexer.advance();
    boolean named = is(Symbol.ASSIGN);
    lexer.rewind(name);
    return named;
  }

  /** Moves on if the current token is of a kind. */
  boolean skip(TokenKind kind) {
    if (!at(kind)) {
      return false;
    }
    advance();
    return true;
  }

  /** Moves past a token that must be of a kind. */
  void expect(TokenKind kind) {
    if (!at(kind)) {
      throw failure(expected(kind));
    }
    advance();
  }

  /** Moves past `=`, which must be next. */
  void expectAssignment() {
    if (!is(Symbol.ASSIGN)) {
      throw failure("Expected operator = but got " + found());
    }
    advance();
  }

  /** Moves past a name, which must be next. */
  String identifier() {
    if (!at(TokenKind.IDENTIFIER)) {
      throw failure(expected(TokenKind.IDENTIFIER));
    }
    String name = lexer.name();
    advance();
    return name;
  }

  /** That a token of a kind was expected. */
  String expected(TokenKind kind) {
    return "Expected token " + kind.expected() + " but got " + found();
  }

  /** A complaint about the current token. */
  JsonnetException failure(String complaint) {
    return failure(begin(), end(), complaint);
  }

  /** A complaint about a range; what is left is looked through first, for it must be tokens. */
  JsonnetException failure(int begin, int end, String complaint) {
    while (!at(TokenKind.END_OF_FILE)) {
      advance();
    }
    return JsonnetException.syntax(source, begin, end, complaint);
  }

  /** Goes one level deeper. */
  void enter() {
    if (++nesting > maxNesting) {
      throw tooDeep();
    }
  }

  /** That the current level is one too many. */
  JsonnetException tooDeep() {
    return new JsonnetException(
        FailureKind.LIMIT, source.location(begin(), begin()) + " the program is nested too deeply");
  }

  /** Comes back from one level. */
  void leave() {
    nesting--;
  }
}
