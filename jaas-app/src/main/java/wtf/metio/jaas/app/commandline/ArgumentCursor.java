// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Walks over arguments; {@code -abc} counts as {@code -a -b -c}. */
final class ArgumentCursor {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private final Deque<Argument> rest = new ArrayDeque<>();
  private String written = "";

  /** An argument and what the user wrote: the same, or several letters together. */
  private record Argument(String text, String written) {}

  ArgumentCursor(List<String> arguments) {
    boolean verbatim = false;
    for (var argument : arguments) {
      verbatim |= argument.equals("--");
      if (!verbatim && isSeveralLetters(argument)) {
        argument
            .substring(1)
            .codePoints()
            .forEach(c -> rest.add(new Argument("-" + Character.toString(c), argument)));
      } else {
        rest.add(new Argument(argument, argument));
      }
    }
  }

  private static boolean isSeveralLetters(String argument) {
    return argument.length() > 2 && argument.charAt(0) == '-' && argument.charAt(1) != '-';
  }

  boolean hasNext() {
    return !rest.isEmpty();
  }

  String next() {
    var next = rest.removeFirst();
    written = next.written();
    return next.text();
  }

  /** How the user wrote the argument that {@link #next} gave last. */
  String written() {
    return written;
  }

  /** The value of an option. */
  String value() throws WrongArgumentException {
    if (rest.isEmpty()) {
      throw WrongArgumentException.bare("Expected another commandline argument.");
    }
    return next();
  }

  /** The value of an option that must not be empty. */
  String value(String option) throws WrongArgumentException {
    var value = value();
    if (value.isEmpty()) {
      throw WrongArgumentException.of(option + " argument was empty string");
    }
    return value;
  }

  /** The value of an option that is a number; one that is too large for us is the largest. */
  int number(String option, int smallest) throws WrongArgumentException {
    var value = value();
    long number;
    try {
      number = INTEGER.matcher(value).matches() ? Long.parseLong(value) : invalid(value);
    } catch (NumberFormatException _) {
      number = invalid(value);
    }
    if (number < smallest) {
      throw WrongArgumentException.of("invalid " + option + " value: " + number);
    }
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static long invalid(String value) throws WrongArgumentException {
    throw WrongArgumentException.bare("Invalid integer \"" + value + '"');
  }
}
