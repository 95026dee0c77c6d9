// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr.BinaryOperator;
import wtf.metio.jaas.jsonnet.syntax.Expr.ImportKind;
import wtf.metio.jaas.jsonnet.syntax.Expr.UnaryOperator;

/**
 * Reads a program: recursive descent, one method a rule of the grammar. Rules about functions,
 * objects, arrays and brackets stand in classes of their own.
 *
 * <p>The whole text counts before the grammar does: something that is no token is reported even if
 * the program goes wrong before it.
 */
public final class Parser {

  private final Tokens tokens;
  private final FunctionRules functions;
  private final ObjectRules objects;

  private Parser(Tokens tokens) {
    this.tokens = tokens;
    this.functions = new FunctionRules(this, tokens);
    this.objects = new ObjectRules(this, functions, tokens);
  }

  /** Reads a program under {@link ParseLimits#DEFAULT}. */
  public static Expr parse(SourceText source) {
    return parse(source, ParseLimits.DEFAULT);
  }

  /**
   * Reads a program.
   *
   * @throws JsonnetException if the text is no program, is nested too deep, or if the checkpoint of
   *     the limits says to stop
   */
  public static Expr parse(SourceText source, ParseLimits limits) {
    var tokens = new Tokens(source, limits);
    try {
      return new Parser(tokens).program();
    } catch (StackOverflowError overflow) {
      // Only on a thread whose stack is smaller than the limit is made for.
      throw tokens.tooDeep();
    }
  }

  // program ::= expression end-of-file
  private Expr program() {
    tokens.advance();
    Expr program = expression();
    if (!tokens.at(TokenKind.END_OF_FILE)) {
      throw tokens.failure("Did not expect: " + tokens.found());
    }
    return program;
  }

  // expression ::= construct | operand ( operator operand )*
  Expr expression() {
    return operation(Symbol.LOOSEST);
  }

  // operation ::= construct | operand ( operator operation )*   operators no looser than the given
  private Expr operation(int loosest) {
    tokens.enter();
    Expr result = isConstruct() ? construct() : binary(operand(), loosest);
    tokens.leave();
    return result;
  }

  private Expr binary(Expr first, int loosest) {
    Expr left = first;
    // Levels only rise. They would anyway but for `in super`, after which nothing tighter may
    // follow.
    int tightest = 0;
    while (true) {
      @Nullable BinaryOperator operator = operator();
      if (operator == null) {
        return left;
      }
      int precedence =
          operator == BinaryOperator.IN ? Symbol.IN_PRECEDENCE : tokens.symbol().precedence();
      if (precedence > loosest || precedence < tightest) {
        return left;
      }
      tightest = precedence;
      tokens.advance();
      left = rest(left, operator, precedence);
    }
  }

  private Expr rest(Expr left, BinaryOperator operator, int precedence) {
    if (operator == BinaryOperator.IN && tokens.at(TokenKind.SUPER)) {
      var inSuper = new Expr.InSuper(left.begin(), tokens.end(), left);
      tokens.advance();
      return inSuper;
    }
    Expr right = operation(precedence - 1);
    return new Expr.Binary(left.begin(), right.end(), operator, left, right);
  }

  /** The operator that comes next; null at the end of an operation. */
  private @Nullable BinaryOperator operator() {
    if (tokens.at(TokenKind.IN)) {
      return BinaryOperator.IN;
    }
    // Colons end the condition of an assertion and the parts of a slice.
    if (!tokens.at(TokenKind.OPERATOR)
        || tokens.symbol() == Symbol.COLON
        || tokens.symbol() == Symbol.DOUBLE_COLON) {
      return null;
    }
    @Nullable BinaryOperator operator = tokens.symbol().binary();
    if (operator == null) {
      throw tokens.failure("Not a binary operator: " + tokens.data());
    }
    return operator;
  }

  // operand ::= ( "!" | "~" | "+" | "-" ) ( construct | operand ) | postfix
  private Expr operand() {
    if (!tokens.at(TokenKind.OPERATOR)) {
      return postfix();
    }
    @Nullable UnaryOperator operator = tokens.symbol().unary();
    if (operator == null) {
      throw tokens.failure("Not a unary operator: " + tokens.data());
    }
    int begin = tokens.begin();
    tokens.advance();
    tokens.enter();
    Expr operand = isConstruct() ? construct() : operand();
    tokens.leave();
    return new Expr.Unary(begin, operand.end(), operator, operand);
  }

  // postfix ::= terminal ( "." name | "[" index "]" | arguments | object )*
  private Expr postfix() {
    Expr target = terminal();
    while (true) {
      switch (tokens.kind()) {
        case DOT -> target = select(target);
        case BRACKET_L -> target = new BracketRules(this, tokens, target).read();
        case PAREN_L -> target = functions.apply(target);
        case BRACE_L -> {
          Expr object = objects.object();
          target = new Expr.ApplyBrace(target.begin(), object.end(), target, object);
        }
        default -> {
          return target;
        }
      }
    }
  }

  private Expr select(Expr target) {
    tokens.advance();
    int end = tokens.end();
    return new Expr.Select(target.begin(), end, target, tokens.identifier());
  }

  // terminal ::= literal | name | "self" | "$" | super | array | object | "(" expression ")"
  private Expr terminal() {
    int begin = tokens.begin();
    int end = tokens.end();
    return switch (tokens.kind()) {
      case BRACE_L -> objects.object();
      case BRACKET_L -> new ArrayRules(this, tokens).array();
      case PAREN_L -> parens();
      case NUMBER -> taken(new Expr.NumberLiteral(begin, end, tokens.number()));
      case STRING_SINGLE,
          STRING_DOUBLE,
          STRING_BLOCK,
          VERBATIM_STRING_SINGLE,
          VERBATIM_STRING_DOUBLE ->
          taken(tokens.string());
      case TRUE -> taken(new Expr.BooleanLiteral(begin, end, true));
      case FALSE -> taken(new Expr.BooleanLiteral(begin, end, false));
      case NULL -> taken(new Expr.NullLiteral(begin, end));
      case DOLLAR -> taken(new Expr.Dollar(begin, end));
      case SELF -> taken(new Expr.Self(begin, end));
      case IDENTIFIER -> taken(new Expr.Variable(begin, end, tokens.name()));
      case SUPER -> inherited();
      case END_OF_FILE -> throw tokens.failure("Unexpected end of file");
      case ASSERT,
          BRACE_R,
          BRACKET_R,
          COMMA,
          DOT,
          ELSE,
          ERROR,
          FOR,
          FUNCTION,
          IF,
          IMPORT,
          IMPORT_BIN,
          IMPORT_STR,
          IN,
          LOCAL,
          OPERATOR,
          PAREN_R,
          SEMICOLON,
          TAIL_STRICT,
          THEN ->
          throw tokens.failure("Unexpected: " + tokens.found() + " while parsing terminal");
    };
  }

  private Expr taken(Expr literal) {
    tokens.advance();
    return literal;
  }

  private Expr parens() {
    int begin = tokens.begin();
    tokens.advance();
    Expr inner = expression();
    int end = tokens.end();
    tokens.expect(TokenKind.PAREN_R);
    return new Expr.Parens(begin, end, inner);
  }

  // super ::= "super" "." name | "super" "[" expression "]"   its range is that of the word alone
  private Expr inherited() {
    int begin = tokens.begin();
    int end = tokens.end();
    tokens.advance();
    if (tokens.at(TokenKind.DOT)) {
      tokens.advance();
      return new Expr.SuperSelect(begin, end, tokens.identifier());
    }
    if (!tokens.at(TokenKind.BRACKET_L)) {
      throw tokens.failure(begin, end, "Expected . or [ after super");
    }
    tokens.advance();
    Expr index = expression();
    tokens.expect(TokenKind.BRACKET_R);
    return new Expr.SuperIndex(begin, end, index);
  }

  private boolean isConstruct() {
    return switch (tokens.kind()) {
      case ASSERT, ERROR, IF, FUNCTION, IMPORT, IMPORT_STR, IMPORT_BIN, LOCAL -> true;
      default -> false;
    };
  }

  // construct ::= assertion | error | conditional | function | import | local
  private Expr construct() {
    int begin = tokens.begin();
    TokenKind keyword = tokens.kind();
    tokens.advance();
    return switch (keyword) {
      case ASSERT -> assertion(begin);
      case ERROR -> error(begin);
      case IF -> conditional(begin);
      case FUNCTION -> functions.function(begin);
      case IMPORT -> imported(begin, ImportKind.CODE);
      case IMPORT_STR -> imported(begin, ImportKind.TEXT);
      case IMPORT_BIN -> imported(begin, ImportKind.BYTES);
      case LOCAL -> functions.local(begin);
      default -> throw new IllegalStateException("Not the begin of a construct: " + keyword);
    };
  }

  // assertion ::= "assert" expression [ ":" expression ] ";" expression
  private Expr assertion(int begin) {
    Expr condition = expression();
    @Nullable Expr message = message();
    tokens.expect(TokenKind.SEMICOLON);
    Expr rest = expression();
    return new Expr.Assert(begin, rest.end(), condition, message, rest);
  }

  /** The message of an assertion, if there is one. */
  @Nullable Expr message() {
    if (!tokens.is(Symbol.COLON)) {
      return null;
    }
    tokens.advance();
    return expression();
  }

  // error ::= "error" expression
  private Expr error(int begin) {
    Expr message = expression();
    return new Expr.Error(begin, message.end(), message);
  }

  // conditional ::= "if" expression "then" expression [ "else" expression ]
  private Expr conditional(int begin) {
    Expr condition = expression();
    tokens.expect(TokenKind.THEN);
    Expr yes = expression();
    if (!tokens.at(TokenKind.ELSE)) {
      return new Expr.Conditional(begin, yes.end(), condition, yes, null);
    }
    tokens.advance();
    Expr no = expression();
    return new Expr.Conditional(begin, no.end(), condition, yes, no);
  }

  // import ::= ( "import" | "importstr" | "importbin" ) string
  private Expr imported(int begin, ImportKind kind) {
    boolean block = tokens.at(TokenKind.STRING_BLOCK);
    Expr path = expression();
    if (!(path instanceof Expr.StringLiteral literal)) {
      throw tokens.failure(path.begin(), path.end(), "Computed imports are not allowed");
    }
    if (block) {
      throw tokens.failure(
          path.begin(), path.end(), "Block string literals not allowed in imports");
    }
    return new Expr.Import(begin, path.end(), kind, literal.value());
  }

  // comprehension ::= ( "for" name "in" expression ( "if" expression )* )+ end
  List<Expr.Clause> comprehension(TokenKind end) {
    var clauses = new ArrayList<Expr.Clause>();
    while (tokens.at(TokenKind.FOR)) {
      clauses.add(forClause());
      while (tokens.at(TokenKind.IF)) {
        int begin = tokens.begin();
        tokens.advance();
        Expr condition = expression();
        clauses.add(new Expr.Clause.If(begin, condition.end(), condition));
      }
    }
    if (!tokens.at(end)) {
      throw tokens.failure(
          "Expected for, if or %s after for clause, got: %s"
              .formatted(end.expected(), tokens.found()));
    }
    tokens.advance();
    return List.copyOf(clauses);
  }

  private Expr.Clause forClause() {
    int begin = tokens.begin();
    tokens.advance();
    String variable = tokens.identifier();
    tokens.expect(TokenKind.IN);
    Expr source = expression();
    return new Expr.Clause.For(begin, source.end(), variable, source);
  }
}
