// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import wtf.metio.jaas.app.text.GoNumber;
import wtf.metio.jaas.domain.notation.GoDuration;

/**
 * A way to write a value.
 *
 * @param word for it in the usage text
 * @param expectation completes the sentence "must be ..."
 * @param parser empty for what is not written so
 * @param takesValue whether the flag alone means nothing
 */
record Kind<T>(
    String word, String expectation, Function<String, Optional<T>> parser, boolean takesValue) {

  static final Kind<String> TEXT = new Kind<>("string", "a text", Optional::of, true);

  static final Kind<String> PATH =
      new Kind<>("string", "a path: without NUL, in the encoding of the locale", Kind::path, true);

  static final Kind<Boolean> TRUTH = new Kind<>("bool", "true or false", GoNumber::truth, false);

  static final Kind<Integer> INT =
      new Kind<>("int", "an integer", text -> fitting(GoNumber.integer(text)), true);

  static final Kind<Long> LONG =
      new Kind<>("int64", "an integer", text -> boxed(GoNumber.integer(text)), true);

  static final Kind<Double> DECIMAL = new Kind<>("float", "a number", Kind::decimal, true);

  static final Kind<Duration> DURATION =
      new Kind<>("duration", "a duration such as 5s, 250ms or 1m30s", GoDuration::parse, true);

  private static Optional<String> path(String text) {
    try {
      return Optional.of(Path.of(text)).map(_ -> text);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static Optional<Integer> fitting(OptionalLong value) {
    return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
        ? Optional.of((int) value.getAsLong())
        : Optional.empty();
  }

  private static Optional<Double> decimal(String text) {
    var value = GoNumber.decimal(text);
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
