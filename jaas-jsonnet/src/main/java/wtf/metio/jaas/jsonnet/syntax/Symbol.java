// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.syntax.Expr.BinaryOperator;
import wtf.metio.jaas.jsonnet.syntax.Expr.UnaryOperator;

/** An operator token that means something; every other run of symbols is {@link #OTHER}. */
enum Symbol {
  COLON(":", null, null, 0),
  DOUBLE_COLON("::", null, null, 0),
  ASSIGN("=", null, null, 0),
  NOT("!", UnaryOperator.NOT, null, 0),
  TILDE("~", UnaryOperator.COMPLEMENT, null, 0),
  STAR("*", null, BinaryOperator.MULTIPLY, 5),
  SLASH("/", null, BinaryOperator.DIVIDE, 5),
  PERCENT("%", null, BinaryOperator.MODULO, 5),
  PLUS("+", UnaryOperator.PLUS, BinaryOperator.PLUS, 6),
  MINUS("-", UnaryOperator.MINUS, BinaryOperator.MINUS, 6),
  SHIFT_LEFT("<<", null, BinaryOperator.SHIFT_LEFT, 7),
  SHIFT_RIGHT(">>", null, BinaryOperator.SHIFT_RIGHT, 7),
  LESS("<", null, BinaryOperator.LESS, 8),
  LESS_OR_EQUAL("<=", null, BinaryOperator.LESS_OR_EQUAL, 8),
  GREATER(">", null, BinaryOperator.GREATER, 8),
  GREATER_OR_EQUAL(">=", null, BinaryOperator.GREATER_OR_EQUAL, 8),
  EQUAL("==", null, BinaryOperator.EQUAL, 9),
  NOT_EQUAL("!=", null, BinaryOperator.NOT_EQUAL, 9),
  AMPERSAND("&", null, BinaryOperator.BITWISE_AND, 10),
  CARET("^", null, BinaryOperator.BITWISE_XOR, 11),
  BAR("|", null, BinaryOperator.BITWISE_OR, 12),
  AND("&&", null, BinaryOperator.AND, 13),
  OR("||", null, BinaryOperator.OR, 14),
  OTHER("", null, null, 0);

  /** How tight {@code in} binds: like the comparisons. */
  static final int IN_PRECEDENCE = 8;

  /** Looser than every operator. */
  static final int LOOSEST = 16;

  private static final Symbol[] SINGLE = new Symbol[128];

  static {
    Arrays.fill(SINGLE, OTHER);
    for (Symbol symbol : values()) {
      if (symbol.text.length() == 1) {
        SINGLE[symbol.text.charAt(0)] = symbol;
      }
    }
  }

  private final String text;
  private final @Nullable UnaryOperator unary;
  private final @Nullable BinaryOperator binary;
  private final int precedence;

  Symbol(
      String text, @Nullable UnaryOperator unary, @Nullable BinaryOperator binary, int precedence) {
    this.text = text;
    this.unary = unary;
    this.binary = binary;
    this.precedence = precedence;
  }

  /** The operator on one operand; null if it is none. */
  @Nullable UnaryOperator unary() {
    return unary;
  }

  /** The operator between two operands; null if it is none. */
  @Nullable BinaryOperator binary() {
    return binary;
  }

  /** How tight the binary operator binds; lower is tighter. */
  int precedence() {
    return precedence;
  }

  /** The symbol spelled by a range of bytes. */
  static Symbol of(byte[] bytes, int begin, int end) {
    if (end - begin == 1) {
      return SINGLE[bytes[begin]];
    }
    return end - begin == 2 ? ofPair(bytes[begin], bytes[begin + 1]) : OTHER;
  }

  private static Symbol ofPair(byte first, byte second) {
    for (Symbol symbol : values()) {
      if (symbol.text.length() == 2
          && symbol.text.charAt(0) == first
          && symbol.text.charAt(1) == second) {
        return symbol;
      }
    }
    return OTHER;
  }
}
