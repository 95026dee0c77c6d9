// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;

/**
 * Cuts a text into tokens, one at a time.
 *
 * <p>The lexer <em>is</em> the current token: there are no token objects. {@link #advance} moves
 * on. Whitespace and comments leave no trace.
 */
final class Lexer {

  /** How many tokens pass between two looks at the checkpoint. */
  private static final int FUEL = 2_048;

  /** One token more for so many bytes, as a power of two: 64 KiB are a whole tank. */
  private static final int BYTES_PER_FUEL = 5;

  private static final byte BACKSLASH = '\\';
  private static final byte LINE_FEED = '\n';

  private final SourceText source;
  private final byte[] bytes;
  private final int length;
  private final Names names;
  private final Checkpoint checkpoint;

  private int position;

  /** Where the run of operator characters ends that was looked at last. */
  private int runEnd;

  private int fuel = FUEL;

  private TokenKind kind = TokenKind.END_OF_FILE;
  private int begin;
  private int end;
  private Symbol symbol = Symbol.OTHER;

  /** The name of an identifier; the content of a text block or a verbatim string. */
  private String text = "";

  private boolean escaped;

  Lexer(SourceText source, Checkpoint checkpoint) {
    this.source = source;
    this.bytes = source.bytes();
    this.length = bytes.length;
    this.names = new Names(bytes);
    this.checkpoint = checkpoint;
  }

  /** What the current token is. */
  TokenKind kind() {
    return kind;
  }

  /** Where the current token begins. */
  int begin() {
    return begin;
  }

  /** Where the current token ends. */
  int end() {
    return end;
  }

  /** Which operator the current token is; meaningless for other kinds. */
  Symbol symbol() {
    return symbol;
  }

  /** The name that the current identifier spells. */
  String name() {
    return text;
  }

  /** Whether a {@code =} may be the next token; cheap, and sure only when it says no. */
  boolean mayPrecedeAssignment() {
    int at = position;
    while (at < length && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    int next = byteAt(at);
    return next == '=' || next == '#' || next == '/';
  }

  /** Makes the token that begins at an offset the current one. */
  void rewind(int offset) {
    position = offset;
    runEnd = 0;
    advance();
  }

  /**
   * Moves to the next token.
   *
   * @throws JsonnetException if there is none, or if the checkpoint says to stop
   */
  void advance() {
    int before = position;
    skipBlanks();
    begin = position;
    if (position == length) {
      kind = TokenKind.END_OF_FILE;
    } else {
      scan(bytes[position]);
    }
    end = position;
    fuel -= 1 + (position - before >> BYTES_PER_FUEL);
    if (fuel <= 0) {
      fuel = FUEL;
      checkpoint.check();
    }
  }

  private void scan(byte first) {
    switch (first) {
      case '{' -> single(TokenKind.BRACE_L);
      case '}' -> single(TokenKind.BRACE_R);
      case '[' -> single(TokenKind.BRACKET_L);
      case ']' -> single(TokenKind.BRACKET_R);
      case ',' -> single(TokenKind.COMMA);
      case '.' -> single(TokenKind.DOT);
      case '(' -> single(TokenKind.PAREN_L);
      case ')' -> single(TokenKind.PAREN_R);
      case ';' -> single(TokenKind.SEMICOLON);
      case '"' -> string(first, TokenKind.STRING_DOUBLE);
      case '\'' -> string(first, TokenKind.STRING_SINGLE);
      case '@' -> verbatim();
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber();
      default -> scanWordOrSymbol(first);
    }
  }

  private void scanWordOrSymbol(byte first) {
    if (Characters.beginsWord(first)) {
      word();
    } else if (Characters.isSymbol(first)) {
      symbols();
    } else {
      String shown = GoQuoting.quoteToAscii(Characters.codePoint(bytes, position, length));
      throw failure(position, "Could not lex the character " + shown);
    }
  }

  private void single(TokenKind found) {
    position++;
    kind = found;
  }

  // blanks ::= (" " | "\t" | "\r" | "\n" | comment)*
  private void skipBlanks() {
    while (position < length) {
      byte next = bytes[position];
      if (next == ' ' || next == '\n' || next == '\t' || next == '\r') {
        position++;
      } else if (next == '#' || next == '/' && byteAt(position + 1) == '/') {
        skipLine();
      } else if (next == '/' && byteAt(position + 1) == '*') {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    position = ByteSearch.either(bytes, position, LINE_FEED, LINE_FEED);
  }

  private void skipComment() {
    int from = position;
    position += 2;
    while (byteAt(position) != '*' || byteAt(position + 1) != '/') {
      if (position >= length) {
        throw failure(from, "Multi-line comment has no terminating */");
      }
      position++;
    }
    position += 2;
  }

  // word ::= [A-Za-z_] [A-Za-z0-9_]*
  private void word() {
    int at = position + 1;
    while (at < length && Characters.continuesWord(bytes[at])) {
      at++;
    }
    position = at;
    text = names.text(begin, at);
    kind = TokenKind.ofWord(text);
  }

  // string ::= '"' (escape | any)* '"' | "'" (escape | any)* "'"
  private void string(byte quote, TokenKind found) {
    escaped = false;
    int at = ByteSearch.either(bytes, position + 1, quote, BACKSLASH);
    while (at < length && bytes[at] == BACKSLASH) {
      escaped = true;
      at = ByteSearch.either(bytes, Math.min(at + 2, length), quote, BACKSLASH);
    }
    if (at == length) {
      throw failure(begin, "Unterminated String");
    }
    position = at + 1;
    kind = found;
  }

  private void verbatim() {
    var string = new VerbatimString(bytes, position);
    text = string.content().orElseThrow(() -> failure(begin, string.complaint()));
    kind = string.kind();
    position = string.end();
  }

  private void scanNumber() {
    var number = new NumberLexeme(bytes, position);
    if (!number.scan()) {
      throw failure(number.end(), number.complaint());
    }
    position = number.end();
    kind = TokenKind.NUMBER;
  }

  // operator ::= [!$:~+&|^=<>*/%-]+   as long as it gets, but see below
  private void symbols() {
    if (byteAt(position) == '|' && byteAt(position + 1) == '|' && byteAt(position + 2) == '|') {
      textBlock();
      return;
    }
    // What is given back is the same run again: looking for its end each time would be quadratic.
    int at = Math.max(position + 1, runEnd);
    while (at < length && Characters.isSymbol(bytes[at]) && !startsAnother(at)) {
      at++;
    }
    runEnd = at;
    // A run that ends like a prefix operator is given back but for its first byte: `=-1` is `= -1`.
    position = isPrefix(bytes[at - 1]) ? begin + 1 : at;
    symbol = Symbol.of(bytes, begin, position);
    kind = position == begin + 1 && bytes[begin] == '$' ? TokenKind.DOLLAR : TokenKind.OPERATOR;
  }

  /** Comments, text blocks and `||` begin a token of their own even in the middle of a run. */
  private boolean startsAnother(int at) {
    return bytes[at] == '/' || bytes[at] == '|' && byteAt(at + 1) == '|';
  }

  private static boolean isPrefix(byte symbol) {
    return switch (symbol) {
      case '+', '-', '~', '!', '$' -> true;
      default -> false;
    };
  }

  private void textBlock() {
    var block = new TextBlock(bytes, position);
    text = block.content().orElseThrow(() -> failure(begin, block.complaint()));
    position = block.end();
    kind = TokenKind.STRING_BLOCK;
  }

  private int byteAt(int offset) {
    return offset < length ? bytes[offset] : -1;
  }

  private JsonnetException failure(int offset, String complaint) {
    return JsonnetException.syntax(source, offset, offset, complaint);
  }

  /** Whether the current token is a string of any kind. */
  boolean isString() {
    return switch (kind) {
      case STRING_SINGLE,
          STRING_DOUBLE,
          STRING_BLOCK,
          VERBATIM_STRING_SINGLE,
          VERBATIM_STRING_DOUBLE ->
          true;
      default -> false;
    };
  }

  /**
   * The value of the current string, which is an escaped one. All others are their {@link #data}.
   *
   * @throws Escapes.MalformedException if it has an escape that is none
   */
  String unescaped() throws Escapes.MalformedException {
    return Escapes.resolve(bytes, begin + 1, end - 1);
  }

  /** The value of the current number; infinite when it is too large. */
  double number() {
    return NumberLexeme.value(bytes, begin, end);
  }

  /** Whether the current string is written otherwise than its value is. */
  boolean isEscaped() {
    return escaped && (kind == TokenKind.STRING_DOUBLE || kind == TokenKind.STRING_SINGLE);
  }

  /** The content of the current token as messages show it and as duplicates are found by. */
  String data() {
    return switch (kind) {
      case STRING_SINGLE, STRING_DOUBLE -> names.text(begin + 1, end - 1);
      case STRING_BLOCK, VERBATIM_STRING_SINGLE, VERBATIM_STRING_DOUBLE, IDENTIFIER -> text;
      case NUMBER -> NumberLexeme.digits(bytes, begin, end);
      default -> names.text(begin, end);
    };
  }

  /** The current token as messages name it. */
  String found() {
    return kind.found(data());
  }
}
