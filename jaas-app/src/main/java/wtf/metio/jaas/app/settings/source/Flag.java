// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting: its name, how it is written, what it is if nobody says, and what it means.
 *
 * @param <T> what becomes of the text
 */
public final class Flag<T> {

  private final String name;
  private final Kind<T> kind;
  private final T initial;
  private final String initialText;
  private final String meaning;
  private final Nature nature;

  /** What is special about a flag. */
  private enum Nature {
    PLAIN,
    REPEATABLE,
    SECRET,
    COMMAND
  }

  private Flag(
      String name, Kind<T> kind, T initial, String initialText, String meaning, Nature nature) {
    this.name = name;
    this.kind = kind;
    this.initial = initial;
    this.initialText = initialText;
    this.meaning = meaning;
    this.nature = nature;
  }

  private static <T> Flag<T> plain(String name, Kind<T> kind, String initial, String meaning) {
    var value =
        kind.parser()
            .apply(initial)
            .orElseThrow(() -> new IllegalArgumentException(name + ": " + initial));
    return new Flag<>(name, kind, value, initial, meaning, Nature.PLAIN);
  }

  /** A text. */
  public static Flag<String> text(String name, String initial, String meaning) {
    return plain(name, Kind.TEXT, initial, meaning);
  }

  /** A file or folder; it need not exist. */
  public static Flag<String> path(String name, String initial, String meaning) {
    return plain(name, Kind.PATH, initial, meaning);
  }

  /** A text that is never shown to anybody. */
  public static Flag<String> secret(String name, String meaning) {
    return new Flag<>(name, Kind.TEXT, "", "", meaning, Nature.SECRET);
  }

  /** Yes or no. */
  public static Flag<Boolean> truth(String name, boolean initial, String meaning) {
    return plain(name, Kind.TRUTH, String.valueOf(initial), meaning);
  }

  /** Something the process is asked to do at once; neither environment nor file can ask for it. */
  public static Flag<Boolean> command(String name, String meaning) {
    return new Flag<>(name, Kind.TRUTH, false, "false", meaning, Nature.COMMAND);
  }

  /** An integer of 32 bits. */
  public static Flag<Integer> integer(String name, int initial, String meaning) {
    return plain(name, Kind.INT, String.valueOf(initial), meaning);
  }

  /**
   * An integer whose default depends on the machine.
   *
   * @param formula how the documentation shows the default
   */
  public static Flag<Integer> integer(String name, int initial, String formula, String meaning) {
    return new Flag<>(name, Kind.INT, initial, formula, meaning, Nature.PLAIN);
  }

  /** An integer of 64 bits. */
  public static Flag<Long> large(String name, long initial, String meaning) {
    return plain(name, Kind.LONG, String.valueOf(initial), meaning);
  }

  /**
   * An integer of 64 bits whose default depends on the machine.
   *
   * @param formula how the documentation shows the default
   */
  public static Flag<Long> large(String name, long initial, String formula, String meaning) {
    return new Flag<>(name, Kind.LONG, initial, formula, meaning, Nature.PLAIN);
  }

  /** A number. */
  public static Flag<Double> decimal(String name, String initial, String meaning) {
    return plain(name, Kind.DECIMAL, initial, meaning);
  }

  /** A time span. */
  public static Flag<Duration> duration(String name, String initial, String meaning) {
    return plain(name, Kind.DURATION, initial, meaning);
  }

  /** Texts, one for each time the flag is given; they are never split. */
  public static Flag<String> list(String name, String meaning) {
    return new Flag<>(name, Kind.TEXT, "", "", meaning, Nature.REPEATABLE);
  }

  /** Files or folders, one for each time the flag is given; they need not exist. */
  public static Flag<String> paths(String name, String meaning) {
    return new Flag<>(name, Kind.PATH, "", "", meaning, Nature.REPEATABLE);
  }

  /** The name without its dashes. */
  public String name() {
    return name;
  }

  /** The name as it stands on the command line. */
  public String option() {
    return "--" + name;
  }

  /** The environment variable that gives the same setting. */
  public String variable() {
    return "JAAS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The environment variable that names a file with the value, if it is a secret. */
  public Optional<String> fileVariable() {
    return isSecret() ? Optional.of(variable() + "_FILE") : Optional.empty();
  }

  /** What kind of value it takes, in a word. */
  public String word() {
    return isRepeatable() ? "list" : kind.word();
  }

  /** What it is if nobody says, for people. */
  public String initialText() {
    return initialText;
  }

  /** What it means: a sentence with unit, range and what zero or absence means. */
  public String meaning() {
    return meaning;
  }

  /** Whether it may be given more than once, all values counting. */
  public boolean isRepeatable() {
    return nature == Nature.REPEATABLE;
  }

  /** Whether its value is never shown. */
  public boolean isSecret() {
    return nature == Nature.SECRET;
  }

  /** Whether only the command line can give it. */
  public boolean isCommand() {
    return nature == Nature.COMMAND;
  }

  boolean takesValue() {
    return kind.takesValue();
  }

  String expectation() {
    return kind.expectation();
  }

  T initial() {
    return initial;
  }

  Optional<T> parse(String text) {
    return kind.parser().apply(text);
  }

  List<T> parsed(List<String> texts) {
    return texts.stream().map(this::parse).flatMap(Optional::stream).toList();
  }

  @Override
  public String toString() {
    return option();
  }
}
