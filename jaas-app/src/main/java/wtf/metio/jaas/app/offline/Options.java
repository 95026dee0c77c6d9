// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.notation.Nearest;

/** What was said on a command line. */
final class Options {

  private final Set<Option> allowed;
  private final Map<Option, List<String>> given = new EnumMap<>(Option.class);
  private final List<String> names = new ArrayList<>();

  private Options(Set<Option> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads arguments; {@code --name value} and {@code --name=value} are the same.
   *
   * @param allowed what the command understands
   */
  static Options read(List<String> arguments, Set<Option> allowed) throws WrongUsageException {
    var options = new Options(allowed);
    var rest = arguments.iterator();
    while (rest.hasNext()) {
      var argument = rest.next();
      if (argument.equals("--")) {
        rest.forEachRemaining(options.names::add);
      } else if (argument.length() > 1 && argument.startsWith("-")) {
        int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
        var option = options.known(equals < 0 ? argument : argument.substring(0, equals));
        options.add(option, equals < 0 ? null : argument.substring(equals + 1), rest);
      } else {
        options.names.add(argument);
      }
    }
    return options;
  }

  private Option known(String name) throws WrongUsageException {
    var option = Option.of(name).filter(allowed::contains);
    if (option.isPresent()) {
      return option.get();
    }
    var names = allowed.stream().flatMap(it -> it.names().stream()).toList();
    var hint = name.length() > 2 ? Nearest.to(name, names) : Optional.<String>empty();
    throw new WrongUsageException(
        "unknown option " + name + hint.map(near -> "; did you mean " + near + '?').orElse(""));
  }

  private void add(Option option, @Nullable String value, Iterator<String> rest)
      throws WrongUsageException {
    var text = value;
    if (option.takesValue() && text == null) {
      if (!rest.hasNext()) {
        throw new WrongUsageException(option + " needs a value");
      }
      text = rest.next();
    }
    if (!option.takesValue() && text != null) {
      throw new WrongUsageException(option + " takes no value");
    }
    given.computeIfAbsent(option, _ -> new ArrayList<>()).add(text == null ? "" : text);
  }

  boolean has(Option option) {
    return given.containsKey(option);
  }

  List<String> all(Option option) {
    return given.getOrDefault(option, List.of());
  }

  /** The value that was given last. */
  Optional<String> last(Option option) {
    return all(option).isEmpty() ? Optional.empty() : Optional.of(all(option).getLast());
  }

  /** What belongs to no option. */
  List<String> names() {
    return names;
  }

  /** Pairs that are written {@code name=value}; of two with one name the last counts. */
  Map<String, String> pairs(Option option) throws WrongUsageException {
    var pairs = new LinkedHashMap<String, String>();
    for (var text : all(option)) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new WrongUsageException(option + " is written NAME=VALUE, found \"" + text + '"');
      }
      pairs.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return pairs;
  }

  long number(Option option, long least, long initial) throws WrongUsageException {
    var text = last(option);
    if (text.isEmpty()) {
      return initial;
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, as a number that is too small.
    }
    throw new WrongUsageException(
        option + " is a whole number of at least " + least + ", found \"" + text.get() + '"');
  }

  Duration duration(Option option, Duration initial) throws WrongUsageException {
    var text = last(option);
    if (text.isEmpty()) {
      return initial;
    }
    return GoDuration.parse(text.get())
        .filter(duration -> !duration.isNegative())
        .orElseThrow(
            () ->
                new WrongUsageException(
                    option + " is a duration such as 5s or 1m30s, found \"" + text.get() + '"'));
  }
}
