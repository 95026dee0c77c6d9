// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Values with everything in them that readers of YAML are known to mistake. */
final class RandomValues {

  /** Whole strings that mean something else without quotes. */
  static final List<String> TRICKY =
      List.of(
          "",
          " ",
          "y",
          "Y",
          "n",
          "N",
          "yes",
          "No",
          "ON",
          "off",
          "true",
          "False",
          "null",
          "Null",
          "~",
          "nan",
          ".nan",
          ".inf",
          "-.INF",
          "inf",
          "1",
          "-1",
          "+1",
          "1e3",
          "1E3",
          "1e+3",
          "0x1",
          "0x",
          "0b1",
          "0o7",
          "017",
          "08",
          "1_000",
          "1.0",
          "1.",
          ".5",
          "-",
          "--",
          "---",
          "--- a",
          "...",
          "... a",
          "12:30:45",
          "190:20:30",
          "2001-01-01",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10",
          "<<",
          "=",
          "?",
          "? a",
          ": a",
          "a: b",
          "a:",
          "a:b",
          "a #b",
          "a#b",
          "#a",
          "- a",
          "-a",
          "[a]",
          "{a}",
          "a, b",
          "*a",
          "&a",
          "!a",
          "!!str a",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'a'",
          "\"a\"",
          "a'b",
          "a\"b",
          "a\\b",
          "\\",
          " a",
          "a ",
          "a\t",
          "\ta",
          "a\tb",
          "\n",
          "\n\n",
          "a\n",
          "a\n\n",
          "a\nb",
          "a\nb\n",
          "a\n\nb\n",
          "\na",
          " a\nb",
          "a\n b",
          "a \nb",
          "a\n \nb",
          "a\n  ",
          "a\n\t",
          "a\n\t\nb",
          "a\n---\nb",
          "a\n...\nb\n",
          "# a\nb",
          "a: b\nc: d\n",
          "a\r\nb",
          "a\rb",
          "\u0000",
          "\u0007",
          "\u001b",
          "\u007f",
          "\u0080",
          "\u0085",
          "a\u0085b",
          "a\u0085\nb",
          "\u00a0",
          "\u00a0a",
          "\u2028",
          "a\u2028b",
          "a\u2029\nb",
          "\ufeff",
          "a\ufeffb",
          "\ufeff\na",
          "\ufffd",
          "\ufffe",
          "\uffff",
          "\ud83d\ude00",
          "a\ud83d\ude00\nb",
          "\ue000",
          "é",
          "ÿ",
          "apps/v1",
          "nginx:1.25",
          "http://a.b/c?d=e#f",
          "100m",
          "/a",
          "_a",
          "a b",
          "123abc",
          "a".repeat(2000),
          "key: ".repeat(300),
          "x\n".repeat(50),
          "NaN",
          "Infinity",
          "none",
          "1e",
          "e1",
          "0.",
          "+.inf",
          "0o",
          "0b",
          "1__0",
          "_1",
          "0_0");

  private static final String LETTERS =
      "aZ09 -:#'\"\\\n\t,[]{}&*!|>%@`?=~._/\r\u0085\u00a0\u2028\ufeff\u0001é\u4e2d";

  private static final double[] NUMBERS = {
    0, 1, -1, 10, 0.1, -0.5, 1e21, 1e-7, 1.5e300, 9007199254740993d, 123456789012345680000d, 3e-320
  };

  private final RandomGenerator random;

  RandomValues(RandomGenerator random) {
    this.random = random;
  }

  /** An object, so that every reader takes it as a document. */
  Map<String, Object> object() {
    return object(4);
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt(4) == 0 ? Json.NOTHING : string();
      case 3, 4 -> string();
      case 5, 6 -> object(depth - 1);
      default -> list(depth - 1);
    };
  }

  private Map<String, Object> object(int depth) {
    var object = new TreeMap<String, Object>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      object.put(string(), value(depth));
    }
    return object;
  }

  private List<Object> list(int depth) {
    var list = new ArrayList<>();
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      list.add(value(depth));
    }
    return list;
  }

  private String string() {
    if (random.nextBoolean()) {
      return TRICKY.get(random.nextInt(TRICKY.size()));
    }
    var characters = new char[random.nextInt(12)];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
    return new String(characters);
  }

  /** All numbers, for a test that wants each. */
  static List<Double> numbers() {
    return Arrays.stream(NUMBERS).boxed().toList();
  }
}
