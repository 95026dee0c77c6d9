// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Texts that an engine may refuse but must not break on: damaged, binary, deep, wide or greedy. */
public final class HostileTexts {

  private static final int MAX_REPEATS = 200_000;

  private static final List<String> OPENERS =
      List.of(
          "[",
          "(",
          "{a:",
          "{a+:",
          "!",
          "-",
          "~",
          "local x=",
          "if ",
          "function(x) ",
          "error ",
          "assert ",
          "[x for x in ",
          "{[x]: ",
          "a.",
          "a[",
          "f(",
          "'a'+",
          "1+",
          "1 && ",
          "x in ",
          "super.",
          "a{",
          "[[],",
          "std.length(",
          "$.",
          "//",
          "/*",
          "{local a=",
          "'%s' % ",
          "a[::",
          "f(x=",
          "import '",
          "|||\n ",
          "@'",
          "\"\\u12",
          "1_",
          "1e",
          "0.",
          "\t",
          "\n",
          "{},",
          "a:b,",
          "a b ",
          "é");

  /** What grows or lasts; the number is how far. */
  private static final List<String> GREEDY =
      List.of(
          "std.repeat('x', %d)",
          "std.length(std.range(1, %d))",
          "std.makeArray(%d, function(i) i)",
          "std.foldl(function(a, b) a + b, std.range(1, %d), 0)",
          "std.foldl(function(a, b) a + a, std.range(1, %d), 'x')",
          "std.foldl(function(a, b) a + a, std.range(1, %d), [1])",
          "std.foldl(function(a, b) a + {x: super.x + 1}, std.range(1, %d), {x: 0}).x",
          "std.foldl(function(a, b) a + {x+: {y: 1}}, std.range(1, %d), {})",
          "std.foldl(function(a, b) [a], std.range(1, %d), 1)",
          "std.foldl(function(a, b) {a: a}, std.range(1, %d), {})",
          "local f(n) = if n == 0 then 0 else 1 + f(n - 1); f(%d)",
          "local f(n) = if n == 0 then 0 else f(n - 1) tailstrict; f(%d)",
          "local f(n) = f(n + 1) tailstrict; f(%d)",
          "local a = [a, %d]; a",
          "local a = a + %d; a",
          "{a: self.b, b: self.a + %d}",
          "std.sort(std.range(1, %d), function(x) -x)",
          "std.join('x', std.repeat(['a'], %d))",
          "std.parseJson(std.repeat('[', %d))",
          "std.parseYaml(std.repeat('[', %d))",
          "std.parseYaml(std.repeat('a: ', %d))",
          "std.manifestYamlDoc(std.range(0, %d))",
          "std.manifestJsonEx(std.foldl(function(a, b) [a], std.range(1, %d), 1), ' ')",
          "local x(n) = [if n == 0 then 1 else x(n - 1), 2]; x(%d) == x(%d)",
          "'%%%ds' %% 1",
          "'%%.%df' %% 1",
          "'x' * %d",
          "1 << %d",
          "[1, 2, 3][%d:]",
          "'abc'[:%d:%d]",
          "std.substr('abc', %d, %d)",
          "std.char(%d)",
          "std.pow(%d, %d)",
          "std.strReplace(std.repeat('a', %d), 'a', 'aa')",
          "std.split(std.repeat('a,', %d), ',')",
          "std.base64(std.repeat('x', %d))",
          "std.md5(std.repeat('x', %d))",
          "std.flattenDeepArray(std.foldl(function(a, b) [a], std.range(1, %d), 1))",
          "std.prune(std.foldl(function(a, b) [a], std.range(1, %d), null))",
          "std.mergePatch({a: 1}, std.foldl(function(a, b) {a: a}, std.range(1, %d), {}))",
          "std.escapeStringJson(std.repeat('\"', %d))",
          "std.encodeUTF8(std.repeat('é', %d))",
          "std.set(std.range(1, %d))",
          "std.uniq(std.range(1, %d))",
          "std.reverse(std.range(1, %d))",
          "{['f' + i]: i for i in std.range(1, %d)}",
          "[x for x in std.range(1, %d) for y in [1, 2]]",
          "std.stringChars(std.repeat('x', %d))",
          "std.findSubstr('a', std.repeat('a', %d))",
          "std.asciiUpper(std.repeat('x', %d))",
          "std.removeAt([1, 2], %d)",
          "std.toString(std.range(1, %d))");

  private static final List<Long> AMOUNTS =
      List.of(
          0L,
          1L,
          63L,
          64L,
          100L,
          500L,
          5_000L,
          100_000L,
          3_000_000L,
          1L << 31,
          1L << 40,
          -1L,
          Long.MAX_VALUE);

  private final Dice dice;

  private HostileTexts(Dice dice) {
    this.dice = dice;
  }

  /** The text of a seed, as bytes with one char each. */
  public static String of(long seed, List<String> corpus) {
    var dice = new Dice(seed);
    var texts = new HostileTexts(dice);
    return switch (dice.below(6)) {
      case 0 -> texts.damaged(Mutations.of(seed, corpus));
      case 1 -> Mutations.of(seed, corpus);
      case 2 -> texts.noise();
      case 3 -> texts.deep();
      case 4 -> texts.greedy();
      default -> bytes(Programs.of(seed).main().text());
    };
  }

  private String damaged(String text) {
    var chars = new StringBuilder(text);
    for (var i = dice.below(8); i >= 0 && !chars.isEmpty(); i--) {
      chars.setCharAt(dice.below(chars.length()), (char) dice.below(256));
    }
    return chars.toString();
  }

  private String noise() {
    var chars = new StringBuilder();
    for (var i = dice.below(60); i >= 0; i--) {
      chars.append(dice.percent(30) ? (char) dice.below(256) : dice.oneOf(OPENERS));
    }
    return dice.percent(50) ? chars.toString() : bytes(chars.toString());
  }

  private String deep() {
    var opener = dice.oneOf(OPENERS);
    var inner = dice.percent(30) ? dice.oneOf(OPENERS) : "";
    var repeats = 1 + dice.below(dice.percent(50) ? 600 : MAX_REPEATS);
    var closer = dice.oneOf("", "]", ")", "}", "1", "x", "; 1", " then 1");
    var text = (opener + inner).repeat(repeats) + dice.oneOf("", "1", "x") + closer.repeat(repeats);
    return bytes(text);
  }

  private String greedy() {
    var amount = dice.oneOf(AMOUNTS);
    var made = String.format(Locale.ROOT, dice.oneOf(GREEDY), amount, amount);
    return bytes(
        switch (dice.below(4)) {
          case 0 -> "local v = " + made + "; [v, v]";
          case 1 -> "std.toString(" + made + ")";
          default -> made;
        });
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
