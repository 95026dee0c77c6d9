// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of groups in an expression that gives one name to several groups.
 *
 * <p>The machine below wants every name once. So names are taken out of the expression and kept
 * here, which does not change what matches.
 */
final class GroupNames {

  /** What may stand before a group; a name that is none is left for the machine to refuse. */
  private static final Pattern NAMED = Pattern.compile("\\(\\?P?<(\\w+)>");

  private final String regex;
  private final StringBuilder withoutNames = new StringBuilder();
  private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();
  private int groups;
  private int at;

  private GroupNames(String regex) {
    this.regex = regex;
  }

  /** Takes the names out of an expression. */
  static GroupNames of(String regex) {
    var names = new GroupNames(regex);
    while (names.at < regex.length()) {
      names.next();
    }
    return names;
  }

  /** The expression with groups that have numbers alone. */
  String withoutNames() {
    return withoutNames.toString();
  }

  /** The numbers of the groups of each name, in the order of the expression. */
  Map<String, List<Integer>> numbers() {
    return numbers;
  }

  private void next() {
    switch (regex.charAt(at)) {
      case '\\' -> copyTo(regex.startsWith("\\Q", at) ? behind("\\E", at + 2) : at + 2);
      case '[' -> copyTo(classEnd());
      case '(' -> group();
      default -> copyTo(at + 1);
    }
  }

  private void group() {
    var named = NAMED.matcher(regex).region(at, regex.length());
    if (named.lookingAt()) {
      numbers.computeIfAbsent(named.group(1), _ -> new ArrayList<>()).add(++groups);
      withoutNames.append('(');
      at = named.end();
      return;
    }
    if (!regex.startsWith("(?", at)) {
      groups++;
    }
    copyTo(at + 1);
  }

  /** Behind the bracket that ends a class; one that comes first is part of it. */
  private int classEnd() {
    int end = at + (regex.startsWith("[^", at) ? 2 : 1);
    if (regex.startsWith("]", end)) {
      end++;
    }
    while (end < regex.length() && regex.charAt(end) != ']') {
      if (regex.startsWith("[:", end)) {
        end = behind(":]", end + 2);
      } else {
        end += regex.charAt(end) == '\\' ? 2 : 1;
      }
    }
    return end + 1;
  }

  private int behind(String mark, int from) {
    int begin = regex.indexOf(mark, from);
    return begin < 0 ? regex.length() : begin + mark.length();
  }

  private void copyTo(int end) {
    int bounded = Math.min(end, regex.length());
    withoutNames.append(regex, at, bounded);
    at = bounded;
  }
}
