// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value may be. */
public sealed interface Schema {

  /** Rules that an API server keeps beyond the type; we keep them in the domain. */
  default List<Rule> rules() {
    return List.of();
  }

  /**
   * A text.
   *
   * @param allowed the only ones there may be; empty for any
   * @param shortest how many characters at least
   * @param longest how many at the most; zero for any number
   * @param pattern a regular expression; empty for none
   * @param format as OpenAPI calls it; empty for none
   */
  record Text(
      List<String> allowed,
      int shortest,
      int longest,
      String pattern,
      String format,
      List<Rule> rules)
      implements Schema {

    /** Any text. */
    public static final Text ANY = new Text(List.of(), 0, 0, "", "", List.of());

    /** Any text but the empty one. */
    public static final Text NOT_EMPTY = ANY.ofLength(1, 0);

    /** A point in time. */
    public static final Text TIME = new Text(List.of(), 0, 0, "", "date-time", List.of());

    public Text {
      allowed = List.copyOf(allowed);
      rules = List.copyOf(rules);
    }

    /** One of these. */
    public static Text oneOf(List<String> allowed) {
      return new Text(allowed, 0, 0, "", "", List.of());
    }

    Text ofLength(int least, int most) {
      return new Text(allowed, least, most, pattern, format, rules);
    }

    Text matching(String expression) {
      return new Text(allowed, shortest, longest, expression, format, rules);
    }

    Text keeping(Rule rule) {
      return new Text(allowed, shortest, longest, pattern, format, List.of(rule));
    }
  }

  /**
   * A whole number.
   *
   * @param bits 32 or 64
   * @param least the smallest; null for any
   * @param most the largest; null for any
   */
  record Whole(int bits, @Nullable Integer least, @Nullable Integer most) implements Schema {

    /** Any number of 64 bits. */
    public static final Whole LONG = new Whole(64, null, null);
  }

  /** True or false. */
  record Flag() implements Schema {}

  /**
   * A list.
   *
   * @param key the field by which elements are told apart; empty if they are not
   */
  record ListOf(Schema element, String key) implements Schema {}

  /** An object whose fields have any name. */
  record MapOf(Schema element) implements Schema {}

  /** An object of these fields and no others. */
  record Group(List<Field> fields, List<Rule> rules) implements Schema {

    public Group {
      fields = List.copyOf(fields);
      rules = List.copyOf(rules);
    }

    /** An object without rules that join its fields. */
    public static Group of(Field... fields) {
      return new Group(List.of(fields), List.of());
    }
  }

  /**
   * Named values, either as a list of these objects or as an object of texts. An API server is told
   * to take anything, since it knows no alternatives.
   */
  record NamedValues(Group element) implements Schema {}
}
