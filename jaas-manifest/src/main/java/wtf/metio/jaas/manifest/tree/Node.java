// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A value in a document, and the line on which it begins, counted from one. */
public sealed interface Node {

  int line();

  /** What is found, for a message. */
  String description();

  /**
   * A value without parts.
   *
   * @param kind as what it is read
   * @param text as it is written, without quotes
   */
  record Scalar(int line, Kind kind, String text) implements Node {

    private static final int LONGEST_SHOWN = 40;

    /** As what a scalar is read. */
    public enum Kind {
      TEXT("the text"),
      WHOLE("the number"),
      NUMBER("the number"),
      FLAG("the boolean"),
      NOTHING("nothing");

      private final String words;

      Kind(String words) {
        this.words = words;
      }
    }

    @Override
    public String description() {
      if (kind == Kind.NOTHING) {
        return kind.words;
      }
      var shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
      return kind.words + " \"" + shown.replace("\n", "\\n") + '"';
    }
  }

  /** A list. */
  record Items(int line, List<Node> elements) implements Node {
    public Items {
      elements = List.copyOf(elements);
    }

    @Override
    public String description() {
      return "a list";
    }
  }

  /** An object: its fields by name, in the order in which they are written. */
  record Fields(int line, SequencedMap<String, Entry> entries) implements Node {

    /**
     * A field.
     *
     * @param line of its name
     */
    public record Entry(int line, Node value) {}

    public Fields {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String description() {
      return "an object";
    }

    /** An object without fields, from nowhere. */
    public static Fields empty() {
      return new Fields(0, new LinkedHashMap<>());
    }

    /** The value of a field; empty if there is none, or it is null. */
    public Optional<Node> get(String name) {
      return Optional.ofNullable(entries.get(name))
          .map(Entry::value)
          .filter(value -> !value.isNothing());
    }

    /** The text in a field; empty if there is none, or it is something else. */
    public Optional<String> text(String name) {
      return get(name).flatMap(Node::asText);
    }

    /** The object in a field; empty if there is none, or it is something else. */
    public Optional<Fields> fields(String name) {
      return get(name).filter(Fields.class::isInstance).map(Fields.class::cast);
    }

    /** The elements of the list in a field; none if there is no list. */
    public List<Node> items(String name) {
      return get(name).orElse(null) instanceof Items(_, var elements) ? elements : List.of();
    }
  }

  /** Whether it is null, which counts as not being there. */
  default boolean isNothing() {
    return this instanceof Scalar(_, var kind, _) && kind == Scalar.Kind.NOTHING;
  }

  /** The text, if it is one. */
  default Optional<String> asText() {
    return this instanceof Scalar(_, var kind, var text) && kind == Scalar.Kind.TEXT
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The number, if it is a whole one of 64 bits. */
  default Optional<Long> asWhole() {
    return this instanceof Scalar(_, var kind, var text) && kind == Scalar.Kind.WHOLE
        ? WholeNumber.parse(text)
        : Optional.empty();
  }

  /** The boolean, if it is one. */
  default Optional<Boolean> asFlag() {
    return this instanceof Scalar(_, var kind, var text) && kind == Scalar.Kind.FLAG
        ? Optional.of(ScalarReading.isTrue(text))
        : Optional.empty();
  }
}
