// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Programs that somebody made a slip in. */
public final class Mutations {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|'[^'\n"
              + "]*'|\"[^\"\n"
              + "]*\"|\\|\\|\\||[!$:~+&|^=<>*/%-]+|.",
          Pattern.DOTALL);

  private static final List<String> SLIPS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          ",",
          ".",
          ";",
          ":",
          "::",
          ":::",
          "+:",
          "+",
          "-",
          "!",
          "$",
          "=",
          "==",
          "in",
          "for",
          "if",
          "then",
          "else",
          "local",
          "function",
          "self",
          "super",
          "error",
          "assert",
          "import",
          "importstr",
          "null",
          "true",
          "tailstrict",
          "x",
          "a",
          "0",
          "1.5",
          "1e",
          "'",
          "\"",
          "@'",
          "|||",
          "|||-\n",
          "//",
          "/*",
          "*/",
          "#",
          "\n",
          "\t",
          "\\",
          "'\\x'",
          "'\\u12'",
          "é",
          "\uFEFF",
          "\f",
          "?",
          "01",
          "1_0",
          "1__0",
          "std",
          "%",
          "<<",
          "&&",
          "||");

  private final Dice dice;

  private Mutations(Dice dice) {
    this.dice = dice;
  }

  /** One of these texts with one to three slips. */
  public static String of(long seed, List<String> corpus) {
    var dice = new Dice(seed);
    return new Mutations(dice).slipped(dice.oneOf(corpus));
  }

  private String slipped(String text) {
    var tokens = tokens(text);
    var count = 1 + dice.below(3);
    for (var i = 0; i < count && !tokens.isEmpty(); i++) {
      slip(tokens, dice.below(tokens.size()));
    }
    return String.join("", tokens);
  }

  private void slip(List<String> tokens, int at) {
    switch (dice.below(7)) {
      case 0, 1 -> tokens.remove(at);
      case 2 -> tokens.add(at, tokens.get(at));
      case 3 -> tokens.add(at, dice.oneOf(SLIPS));
      case 4 -> tokens.set(at, dice.oneOf(SLIPS));
      case 5 -> tokens.set(at, tokens.get(dice.below(tokens.size())));
      default -> cut(tokens, at);
    }
  }

  /** Takes away the rest of the text, or a character within a token. */
  private void cut(List<String> tokens, int at) {
    var token = tokens.get(at);
    if (dice.percent(30)) {
      tokens.subList(at, tokens.size()).clear();
    } else if (!token.isEmpty()) {
      var place = dice.below(token.length());
      tokens.set(at, token.substring(0, place) + token.substring(place + 1));
    }
  }

  private static List<String> tokens(String text) {
    return new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
  }

  /** A shorter text, by tokens, that still has a property of this one. */
  public static String shrunk(String text, Predicate<String> stillHasIt) {
    var tokens = tokens(text);
    for (var size = Math.max(1, tokens.size() / 2); size >= 1; size /= 2) {
      for (var at = 0; at + size <= tokens.size(); ) {
        var shorter = new ArrayList<>(tokens);
        shorter.subList(at, at + size).clear();
        if (stillHasIt.test(String.join("", shorter))) {
          tokens = shorter;
        } else {
          at += size;
        }
      }
    }
    return String.join("", tokens);
  }
}
