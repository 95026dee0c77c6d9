// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.text.GoText;

/** Takes a command line apart: {@code --name value}, {@code --name=value} and nothing else. */
final class CommandLine {

  private final FlagTable table;
  private final List<String> arguments;
  private final Map<Flag<?>, List<String>> given = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private boolean help;
  private int next;

  private CommandLine(FlagTable table, List<String> arguments) {
    this.table = table;
    this.arguments = arguments;
  }

  static Arguments parse(FlagTable table, List<String> arguments) {
    var line = new CommandLine(table, arguments);
    while (line.next < arguments.size()) {
      line.argument(arguments.get(line.next++));
    }
    return new Arguments(line.given, line.problems, line.help);
  }

  private void argument(String argument) {
    if (argument.equals("--help") || argument.equals("-h")) {
      help = true;
    } else if (argument.equals("--")) {
      while (next < arguments.size()) {
        positional(arguments.get(next++));
      }
    } else if (argument.startsWith("--")) {
      flag(argument.substring(2));
    } else if (argument.startsWith("-") && argument.length() > 1) {
      unknown(argument, argument.substring(1));
    } else {
      positional(argument);
    }
  }

  private void flag(String written) {
    int equals = written.indexOf('=');
    var name = equals < 0 ? written : written.substring(0, equals);
    var flag = table.find(name);
    if (flag.isEmpty()) {
      unknown("--" + name, name);
      skipValueOfUnknown(equals >= 0);
    } else if (equals >= 0) {
      give(flag.get(), written.substring(equals + 1));
    } else if (!flag.get().takesValue()) {
      give(flag.get(), "true");
    } else if (next < arguments.size()) {
      give(flag.get(), arguments.get(next++));
    } else {
      problems.add(flag.get() + " needs a value: it must be " + flag.get().expectation());
    }
  }

  /** What stands behind a misspelt flag most likely belongs to it and is no second mistake. */
  private void skipValueOfUnknown(boolean hasValue) {
    if (!hasValue && next < arguments.size() && !arguments.get(next).startsWith("-")) {
      next++;
    }
  }

  private void give(Flag<?> flag, String text) {
    var problem = table.problemWith(flag, flag.option(), text);
    if (problem.isPresent()) {
      problems.add(problem.get());
    } else {
      given.computeIfAbsent(flag, _ -> new ArrayList<>()).add(text);
    }
  }

  private void unknown(String written, String name) {
    int equals = name.indexOf('=');
    var bare = equals < 0 ? name : name.substring(0, equals);
    var shown = written.split("=", 2)[0];
    problems.add(
        "unknown flag "
            + shown
            + table.nearest(bare).map(near -> "; did you mean " + near + "?").orElse(""));
  }

  private void positional(String argument) {
    var before = flagBefore();
    if (before.isPresent() && !before.get().takesValue()) {
      problems.add(
          "unexpected argument "
              + GoText.quote(argument)
              + "; a value for "
              + before.get()
              + " is written "
              + before.get()
              + "="
              + argument);
    } else if (before.isPresent() && before.get().isSecret()) {
      problems.add("unexpected argument after " + before.get() + "; put its value in quotes");
    } else {
      problems.add("unexpected argument " + GoText.quote(argument) + "; there are flags only");
    }
  }

  /** The flag whose value somebody may have meant to give with the last argument. */
  private Optional<Flag<?>> flagBefore() {
    for (int i = next - 2; i >= 0 && i >= next - 3; i--) {
      var argument = arguments.get(i);
      if (argument.startsWith("--")) {
        return table.find(argument.substring(2).split("=", 2)[0]);
      }
    }
    return Optional.empty();
  }
}
