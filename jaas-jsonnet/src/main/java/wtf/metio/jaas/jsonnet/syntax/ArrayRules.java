// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.ArrayList;
import java.util.List;

/** The rules about arrays. */
final class ArrayRules {

  private final Parser parser;
  private final Tokens tokens;

  ArrayRules(Parser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  // array ::= "[" [ expression ( "," expression )* [ "," ] ] "]"
  //         | "[" expression [ "," ] comprehension "]"
  Expr array() {
    int begin = tokens.begin();
    tokens.advance();
    if (tokens.at(TokenKind.BRACKET_R)) {
      return ended(begin, List.of());
    }
    Expr first = parser.expression();
    boolean comma = tokens.skip(TokenKind.COMMA);
    if (tokens.at(TokenKind.FOR)) {
      List<Expr.Clause> clauses = parser.comprehension(TokenKind.BRACKET_R);
      return new Expr.ArrayComprehension(begin, tokens.previousEnd(), first, clauses);
    }
    return elements(begin, first, comma);
  }

  private Expr elements(int begin, Expr first, boolean commaAfterFirst) {
    var elements = new ArrayList<Expr>();
    elements.add(first);
    boolean comma = commaAfterFirst;
    while (!tokens.at(TokenKind.BRACKET_R)) {
      if (!comma) {
        throw tokens.failure("Expected a comma before next array element");
      }
      elements.add(parser.expression());
      comma = tokens.skip(TokenKind.COMMA);
    }
    return ended(begin, List.copyOf(elements));
  }

  private Expr ended(int begin, List<Expr> elements) {
    int end = tokens.end();
    tokens.advance();
    return new Expr.Array(begin, end, elements);
  }
}
