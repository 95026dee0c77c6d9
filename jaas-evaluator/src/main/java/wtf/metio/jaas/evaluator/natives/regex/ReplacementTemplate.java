// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a match is replaced by: text and groups. */
final class ReplacementTemplate {

  private static final int LARGEST_GROUP = 100_000_000;

  private final String template;
  private final Map<String, List<Integer>> names;
  private final List<Part> parts = new ArrayList<>();

  /** A piece of text, or groups of which the first that took part counts. */
  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Groups(List<Integer> numbers) implements Part {}

  ReplacementTemplate(String template, Map<String, List<Integer>> names) {
    this.template = template;
    this.names = names;
    parse();
  }

  /**
   * Writes the template with what the groups matched.
   *
   * @param groups what the group of a number matched; null if it took no part or is not there
   */
  void appendTo(StringBuilder out, IntFunction<@Nullable String> groups) {
    for (var part : parts) {
      switch (part) {
        case Text(var text) -> out.append(text);
        case Groups(var numbers) ->
            numbers.stream()
                .map(groups::apply)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(out::append);
      }
    }
  }

  private void parse() {
    int position = 0;
    while (position < template.length()) {
      int dollar = template.indexOf('$', position);
      if (dollar < 0) {
        dollar = template.length();
      }
      parts.add(new Text(template.substring(position, dollar)));
      position = dollar < template.length() ? reference(dollar + 1) : dollar;
    }
  }

  /** Reads what follows a dollar sign and returns where the text goes on. */
  private int reference(int begin) {
    if (template.startsWith("$", begin)) {
      parts.add(new Text("$"));
      return begin + 1;
    }
    boolean braced = template.startsWith("{", begin);
    int nameBegin = braced ? begin + 1 : begin;
    int nameEnd = nameEnd(nameBegin);
    if (nameEnd == nameBegin || braced && !template.startsWith("}", nameEnd)) {
      parts.add(new Text("$"));
      return begin;
    }
    parts.add(new Groups(groups(template.substring(nameBegin, nameEnd))));
    return braced ? nameEnd + 1 : nameEnd;
  }

  private int nameEnd(int begin) {
    int end = begin;
    while (end < template.length() && isNamePart(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    return end;
  }

  private static boolean isNamePart(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private List<Integer> groups(String name) {
    var number = number(name);
    return number == null ? names.getOrDefault(name, List.of()) : List.of(number);
  }

  /** The number that a name is; null if it is none, has a zero in front or is too large. */
  private static @Nullable Integer number(String name) {
    if (name.startsWith("0") && name.length() > 1) {
      return null;
    }
    int number = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || number >= LARGEST_GROUP) {
        return null;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
