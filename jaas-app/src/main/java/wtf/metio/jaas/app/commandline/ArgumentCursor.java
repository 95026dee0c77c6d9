// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Walks over arguments; {@code -abc} counts as {@code -a -b -c}. */
final class ArgumentCursor {

  private final Deque<String> rest = new ArrayDeque<>();

  ArgumentCursor(List<String> arguments) {
    boolean verbatim = false;
    for (var argument : arguments) {
      verbatim |= argument.equals("--");
      if (!verbatim
          && argument.length() > 2
          && argument.charAt(0) == '-'
          && argument.charAt(1) != '-') {
        argument.substring(1).codePoints().forEach(c -> rest.add("-" + Character.toString(c)));
      } else {
        rest.add(argument);
      }
    }
  }

  boolean hasNext() {
    return !rest.isEmpty();
  }

  String next() {
    return rest.removeFirst();
  }

  /** The value of an option. */
  String value() throws WrongArgumentException {
    if (rest.isEmpty()) {
      throw new WrongArgumentException("Expected another commandline argument.");
    }
    return next();
  }

  /** The value of an option that must not be empty. */
  String value(String option) throws WrongArgumentException {
    var value = value();
    if (value.isEmpty()) {
      throw new WrongArgumentException(option + " argument was empty string");
    }
    return value;
  }

  /** The value of an option that is a number. */
  int number(String option, int smallest) throws WrongArgumentException {
    var value = value();
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw new WrongArgumentException("Invalid integer \"" + value + '"');
    }
    if (number < smallest) {
      throw new WrongArgumentException("invalid " + option + " value: " + number);
    }
    return number;
  }
}
