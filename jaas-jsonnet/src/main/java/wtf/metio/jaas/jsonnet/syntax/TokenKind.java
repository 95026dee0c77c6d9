// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.syntax;

/** What a token is. */
enum TokenKind {
  BRACE_L("\"{\""),
  BRACE_R("\"}\""),
  BRACKET_L("\"[\""),
  BRACKET_R("\"]\""),
  COMMA("\",\""),
  DOLLAR("\"$\""),
  DOT("\".\""),
  PAREN_L("\"(\""),
  PAREN_R("\")\""),
  SEMICOLON("\";\""),

  IDENTIFIER("IDENTIFIER", Group.CONTENT),
  NUMBER("NUMBER", Group.CONTENT),
  OPERATOR("OPERATOR", Group.CONTENT),
  STRING_BLOCK("STRING_BLOCK", Group.CONTENT),
  STRING_DOUBLE("STRING_DOUBLE", Group.CONTENT),
  STRING_SINGLE("STRING_SINGLE", Group.CONTENT),
  VERBATIM_STRING_DOUBLE("VERBATIM_STRING_DOUBLE", Group.CONTENT),
  VERBATIM_STRING_SINGLE("VERBATIM_STRING_SINGLE", Group.CONTENT),

  ASSERT("assert", Group.KEYWORD),
  ELSE("else", Group.KEYWORD),
  ERROR("error", Group.KEYWORD),
  FALSE("false", Group.KEYWORD),
  FOR("for", Group.KEYWORD),
  FUNCTION("function", Group.KEYWORD),
  IF("if", Group.KEYWORD),
  IMPORT("import", Group.KEYWORD),
  IMPORT_STR("importstr", Group.KEYWORD),
  IMPORT_BIN("importbin", Group.KEYWORD),
  IN("in", Group.KEYWORD),
  LOCAL("local", Group.KEYWORD),
  NULL("null", Group.KEYWORD),
  SELF("self", Group.KEYWORD),
  SUPER("super", Group.KEYWORD),
  TAIL_STRICT("tailstrict", Group.KEYWORD),
  THEN("then", Group.KEYWORD),
  TRUE("true", Group.KEYWORD),

  END_OF_FILE("end of file");

  private enum Group {
    PUNCTUATION,
    CONTENT,
    KEYWORD
  }

  private final String shown;
  private final Group group;

  TokenKind(String shown) {
    this(shown, Group.PUNCTUATION);
  }

  TokenKind(String shown, Group group) {
    this.shown = shown;
    this.group = group;
  }

  /** The keyword with this spelling; an identifier if there is none. */
  static TokenKind ofWord(String word) {
    return switch (word) {
      case "assert" -> ASSERT;
      case "else" -> ELSE;
      case "error" -> ERROR;
      case "false" -> FALSE;
      case "for" -> FOR;
      case "function" -> FUNCTION;
      case "if" -> IF;
      case "import" -> IMPORT;
      case "importstr" -> IMPORT_STR;
      case "importbin" -> IMPORT_BIN;
      case "in" -> IN;
      case "local" -> LOCAL;
      case "null" -> NULL;
      case "self" -> SELF;
      case "super" -> SUPER;
      case "tailstrict" -> TAIL_STRICT;
      case "then" -> THEN;
      case "true" -> TRUE;
      default -> IDENTIFIER;
    };
  }

  /** The kind as messages name what they expected. */
  String expected() {
    return shown;
  }

  /** A token of this kind as messages name what they found; {@code data} is its content. */
  String found(String data) {
    return switch (group) {
      case PUNCTUATION -> shown;
      case KEYWORD -> '"' + shown + '"';
      // An empty string literal shows its kind alone, as the reference has it.
      case CONTENT -> data.isEmpty() ? shown : "(" + shown + ", \"" + data + "\")";
    };
  }
}
