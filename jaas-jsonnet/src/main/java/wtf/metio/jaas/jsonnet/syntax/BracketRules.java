// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import org.jspecify.annotations.Nullable;

/** What stands in brackets behind a value: an index or a slice. For one pair of brackets. */
final class BracketRules {

  private final Parser parser;
  private final Tokens tokens;
  private final Expr target;
  private final @Nullable Expr[] parts = new @Nullable Expr[3];
  private int colons;
  private boolean partExpected = true;

  BracketRules(Parser parser, Tokens tokens, Expr target) {
    this.parser = parser;
    this.tokens = tokens;
    this.target = target;
  }

  // brackets ::= "[" expression "]"
  //            | "[" [ expression ] ( ":" [ expression ] [ ":" [ expression ] ] | "::" [ expression
  // ] ) "]"
  Expr read() {
    tokens.advance();
    while (!tokens.at(TokenKind.BRACKET_R)) {
      part();
    }
    int begin = tokens.begin();
    int end = tokens.end();
    if (colons == 0 && partExpected) {
      throw tokens.failure(begin, end, "ast.Index requires an expression");
    }
    tokens.advance();
    @Nullable Expr index = parts[0];
    return colons == 0 && index != null
        ? new Expr.Index(target.begin(), end, target, index)
        : new Expr.Slice(target.begin(), end, target, parts[0], parts[1], parts[2]);
  }

  private void part() {
    int width = colonsHere();
    if (width > 0) {
      colons += width;
      partExpected = true;
      if (colons > 2) {
        throw tokens.failure("Invalid slice: too many colons");
      }
      tokens.advance();
    } else if (partExpected) {
      parts[colons] = parser.expression();
      partExpected = false;
    } else {
      throw tokens.failure(tokens.expected(TokenKind.BRACKET_R));
    }
  }

  /** Goes by the content of the token, so that {@code a[':']} is a slice: so has the reference. */
  private int colonsHere() {
    if (!tokens.at(TokenKind.OPERATOR) && !tokens.atString()) {
      return 0;
    }
    return switch (tokens.data()) {
      case ":" -> 1;
      case "::" -> 2;
      default -> 0;
    };
  }
}
