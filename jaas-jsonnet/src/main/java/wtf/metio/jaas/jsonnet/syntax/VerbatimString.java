// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

import java.util.Optional;
import wtf.metio.jaas.jsonnet.text.Utf8;

/**
 * A string without escapes; its quote is written twice to stand for itself.
 *
 * <p>
 *
 * {@snippet :
 * verbatim ::= "@'" ( "''" | any )* "'"  |  '@"' ( '""' | any )* '"'
 * }
 */
final class VerbatimString {

  private final byte[] bytes;
  private int at;
  private TokenKind kind = TokenKind.VERBATIM_STRING_SINGLE;
  private String complaint = "";

  /** {@code begin} is the offset of the {@code @}. */
  VerbatimString(byte[] bytes, int begin) {
    this.bytes = bytes;
    this.at = begin + 1;
  }

  /** Where the string ends, once its content was read. */
  int end() {
    return at;
  }

  /** Which quotes it has. */
  TokenKind kind() {
    return kind;
  }

  /** What is wrong. */
  String complaint() {
    return complaint;
  }

  /** Reads the string; empty if there is something wrong with it. */
  Optional<String> content() {
    int quote = at < bytes.length ? bytes[at] : -1;
    if (quote != '"' && quote != '\'') {
      int code = at < bytes.length ? Characters.codePoint(bytes, at, bytes.length) : -1;
      complaint = "Couldn't lex verbatim string, junk after '@': " + code;
      return Optional.empty();
    }
    kind = quote == '"' ? TokenKind.VERBATIM_STRING_DOUBLE : TokenKind.VERBATIM_STRING_SINGLE;
    at++;
    return untilClosed(quote);
  }

  private Optional<String> untilClosed(int quote) {
    var content = new StringBuilder();
    int from = at;
    while (at < bytes.length) {
      if (bytes[at++] != quote) {
        continue;
      }
      boolean doubled = at < bytes.length && bytes[at] == quote;
      content.append(Utf8.decode(bytes, from, (doubled ? at : at - 1) - from));
      if (!doubled) {
        return Optional.of(content.toString());
      }
      from = ++at;
    }
    complaint = "Unterminated String";
    return Optional.empty();
  }
}
