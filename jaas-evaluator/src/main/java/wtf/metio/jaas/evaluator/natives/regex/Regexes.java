// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Matching and replacing. */
public final class Regexes {

  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  /** An expression of this length can become a large machine; nobody writes one by hand. */
  private static final int MAX_REGEX_CHARS = 10_000;

  private static final int MAX_STATES = 200_000;
  private static final int MAX_CHARS = 64 << 20;

  /** How the machine refuses what Go takes. */
  private static final String NAMED_TWICE = "duplicate capture group name";

  private Regexes() {}

  /** An expression that matches the text itself. */
  public static String escape(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return escaped.toString();
  }

  /** Whether the expression matches somewhere in the text. */
  public static boolean matches(String regex, String text, Checkpoint checkpoint)
      throws NativeFailure {
    return compiled(regex).pattern().matcher(new WatchedText(text, checkpoint)).find();
  }

  /**
   * Replaces every match.
   *
   * @param replacement may name groups: {@code $1}, {@code ${1}}, {@code $name}, {@code ${name}};
   *     {@code $$} is a dollar sign
   */
  public static String substitute(
      String regex, String text, String replacement, Checkpoint checkpoint) throws NativeFailure {
    var compiled = compiled(regex);
    var template = new ReplacementTemplate(replacement, compiled.names());
    var matcher = compiled.pattern().matcher(new WatchedText(text, checkpoint));
    var out = new StringBuilder(text.length());
    int copied = 0;
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      out.append(text, copied, matcher.start());
      // An empty match right behind a match is none.
      if (matcher.end() > copied || matcher.start() == 0) {
        template.appendTo(out, group -> group(matcher, group));
      }
      copied = matcher.end();
      from = next(text, from, matcher.end());
      if (out.length() > MAX_CHARS) {
        throw new NativeFailure(
            "regexSubst: the result has more than " + MAX_CHARS + " characters");
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static @Nullable String group(Matcher matcher, int group) {
    return group > matcher.groupCount() ? null : matcher.group(group);
  }

  /** Where to look next: behind the match, but at least one character further. */
  private static int next(String text, int from, int end) {
    int width = from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
    return Math.max(from + width, end);
  }

  /** An expression and the numbers of its groups by name. */
  private record Compiled(Pattern pattern, Map<String, List<Integer>> names) {}

  private static Compiled compiled(String regex) throws NativeFailure {
    if (regex.length() > MAX_REGEX_CHARS) {
      throw new NativeFailure(
          "the regular expression has more than " + MAX_REGEX_CHARS + " characters");
    }
    try {
      var compiled = compile(regex);
      if (compiled.pattern().programSize() > MAX_STATES) {
        throw new NativeFailure("the regular expression is too large");
      }
      return compiled;
    } catch (PatternSyntaxException e) {
      throw new NativeFailure(
          "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + '`');
    }
  }

  private static Compiled compile(String regex) {
    try {
      var pattern = Pattern.compile(regex);
      var names = new HashMap<String, List<Integer>>();
      pattern.namedGroups().forEach((name, number) -> names.put(name, List.of(number)));
      return new Compiled(pattern, names);
    } catch (PatternSyntaxException e) {
      if (!e.getDescription().equals(NAMED_TWICE)) {
        throw e;
      }
      var names = GroupNames.of(regex);
      return new Compiled(Pattern.compile(names.withoutNames()), names.numbers());
    }
  }
}
