// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.List;

/** YAML and JSON documents, most of them well formed, as string literals of the language. */
final class DocumentTexts {

  private static final int MAX_DEPTH = 3;
  private static final int MAX_ENTRIES = 4;

  private static final List<String> PLAIN =
      List.of(
          "y",
          "No",
          "on",
          "true",
          "False",
          "~",
          "null",
          "",
          "1",
          "-0",
          "0777",
          "0o17",
          "0b11",
          "0x1F",
          "1_000",
          "1.50",
          ".5",
          "1e3",
          "+1",
          "-1e-3",
          "08",
          "12:30:45",
          "2001-01-01",
          "1:2",
          "a b",
          "a:b",
          "x#y",
          "text",
          "é",
          "'q''q'",
          "\"q\\n\\u00e9\"",
          "\"\"",
          "''",
          "!!str 1",
          "!!int '3'",
          "!!float 1",
          "!!binary aGk=",
          "!own x",
          "&a v",
          "*a",
          "<<",
          "-",
          "@x",
          "%x",
          "`x`",
          "- x",
          ".inf",
          "-.Inf",
          ".nan",
          "1e400",
          "18446744073709551616",
          "-9223372036854775808",
          "9007199254740993",
          "0.1",
          "1.0",
          "100000000000000000000000",
          "a # comment",
          "#c",
          "|",
          ">-",
          "[",
          "]",
          "{",
          "}",
          "? k",
          "a: b");

  private static final List<String> KEYS =
      List.of(
          "a", "b", "c", "a", "'d'", "\"e\"", "1", "1.5", "true", "~", "y", "0x1F", "k k", "<<",
          "? x");

  private static final List<String> JSON_SCALARS =
      List.of(
          "1",
          "-0",
          "0.5",
          "1e2",
          "1E+2",
          "null",
          "true",
          "false",
          "\"s\"",
          "\"\\u00e9\\n\\/\"",
          "\"\\ud83d\\ude00\"",
          "\"\\ud83d\"",
          "01",
          "+1",
          ".5",
          "1.",
          "nul",
          "'x'",
          "NaN",
          "1e400",
          "\"\\x\"",
          "\"\t\"",
          "123456789012345678901",
          "tru",
          "\"unended",
          "-",
          "1e");

  private final Dice dice;

  DocumentTexts(Dice dice) {
    this.dice = dice;
  }

  Term yaml() {
    var text = new StringBuilder();
    var documents = dice.percent(85) ? 1 : 2;
    for (var i = 0; i < documents; i++) {
      text.append(documents > 1 || dice.percent(8) ? dice.oneOf("---\n", "--- ", "---\t\n") : "");
      text.append(block(0, MAX_DEPTH)).append(dice.percent(5) ? "...\n" : "");
    }
    return Term.of(Type.STR, literal(damaged(text)));
  }

  Term json() {
    return Term.of(Type.STR, literal(damaged(new StringBuilder(json(MAX_DEPTH)))));
  }

  private String block(int indent, int depth) {
    return switch (dice.below(depth > 0 ? 7 : 2)) {
      case 0 -> dice.oneOf(PLAIN) + "\n";
      case 1 -> flow(2) + "\n";
      case 2 -> scalarBlock(indent);
      case 3, 4 -> sequence(indent, depth);
      default -> mapping(indent, depth);
    };
  }

  private String mapping(int indent, int depth) {
    var text = new StringBuilder(indent == 0 ? "" : "\n");
    for (var i = dice.below(MAX_ENTRIES); i >= 0; i--) {
      text.append(" ".repeat(indent)).append(dice.oneOf(KEYS)).append(": ");
      text.append(block(indent + 2, depth - 1));
    }
    return text.toString();
  }

  private String sequence(int indent, int depth) {
    var text = new StringBuilder(indent == 0 ? "" : "\n");
    for (var i = dice.below(MAX_ENTRIES); i >= 0; i--) {
      text.append(" ".repeat(indent)).append("- ").append(block(indent + 2, depth - 1));
    }
    return text.toString();
  }

  private String scalarBlock(int indent) {
    var text = new StringBuilder(dice.oneOf("|", ">", "|-", ">-", "|+", ">+", "|2"));
    for (var i = dice.below(MAX_ENTRIES); i >= 0; i--) {
      text.append('\n').append(dice.percent(85) ? " ".repeat(indent + 2) : "");
      text.append(dice.oneOf("line", "  more", "", "x: y", "# no comment", "end "));
    }
    return text.append('\n').toString();
  }

  private String flow(int depth) {
    var text = new StringBuilder();
    var mapping = dice.percent(50);
    text.append(mapping ? "{" : "[");
    for (var i = dice.below(MAX_ENTRIES); i > 0; i--) {
      text.append(mapping ? dice.oneOf(KEYS) + ": " : "");
      text.append(depth > 0 && dice.percent(30) ? flow(depth - 1) : dice.oneOf(PLAIN));
      text.append(i > 1 || dice.percent(10) ? ", " : "");
    }
    return text.append(mapping ? "}" : "]").toString();
  }

  private String json(int depth) {
    var text = new StringBuilder(dice.oneOf("", "", " ", "\n"));
    switch (dice.below(depth > 0 ? 4 : 1)) {
      case 0 ->
          text.append(
              dice.oneOf(JSON_SCALARS.subList(0, dice.percent(90) ? 11 : JSON_SCALARS.size())));
      case 1, 2 -> {
        text.append('{');
        for (var i = dice.below(MAX_ENTRIES); i > 0; i--) {
          text.append(dice.oneOf("\"a\"", "\"b\"", "\"\\u0061\"", "\"c d\"")).append(": ");
          text.append(json(depth - 1)).append(i > 1 ? "," : "");
        }
        text.append('}');
      }
      default -> {
        text.append('[');
        for (var i = dice.below(MAX_ENTRIES); i > 0; i--) {
          text.append(json(depth - 1)).append(i > 1 ? "," : "");
        }
        text.append(']');
      }
    }
    return text.toString();
  }

  private String damaged(StringBuilder text) {
    if (!text.isEmpty() && dice.percent(12)) {
      var at = dice.below(text.length());
      if (dice.percent(50)) {
        text.deleteCharAt(at);
      } else {
        text.insert(
            at,
            dice.oneOf(
                "{", "}", "[", "]", ":", ",", "\"", "'", " ", "\n", "-", "x", "\t", "&", "*"));
      }
    }
    return text.toString();
  }

  private static String literal(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }
}
