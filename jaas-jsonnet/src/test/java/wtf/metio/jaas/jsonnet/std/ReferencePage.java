// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.Escaping;

/**
 * The page about the standard library: signatures from the registration, sentences from a table.
 */
final class ReferencePage {

  private static final String HEAD =
      """
      <!-- SPDX-FileCopyrightText: The JaaS Authors -->
      <!-- SPDX-License-Identifier: 0BSD -->
      <!-- Made by `StandardLibraryReferenceTest`: `./mvnw test -pl jaas-jsonnet -am -Dreference.update` -->
      # The standard library

      Everything that `std` has, with the names under which arguments can be given. `name=value` is a default; `[name]` may
      be left out.
      """;

  private ReferencePage() {}

  /** The sentence about each member, by section and name. */
  static Map<String, Map<String, String>> descriptions() {
    var sections = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> section = Map.of();
    for (var line : lines()) {
      if (line.startsWith("[")) {
        section = new LinkedHashMap<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split(": ", 2);
        section.put(parts[0], parts[1]);
      }
    }
    return sections;
  }

  /** The names that have a sentence, in the order of the page. */
  static List<String> described() {
    return descriptions().values().stream().flatMap(s -> s.keySet().stream()).toList();
  }

  /** The page. */
  static String text() {
    var page = new ArrayList<>(List.of(HEAD));
    descriptions()
        .forEach(
            (title, members) -> {
              page.add("## " + title + "\n");
              page.add("| | |\n|---|---|");
              members.forEach((name, text) -> page.add(row(name, text)));
              page.add("");
            });
    return String.join("\n", page).stripTrailing() + "\n";
  }

  private static String row(String name, String text) {
    return "| `" + signature(name) + "` | " + text.replace("|", "\\|") + " |";
  }

  private static String signature(String name) {
    if (!(StandardLibrary.INSTANCE.member(name) instanceof Builtin builtin)) {
      return name;
    }
    var names = builtin.parameters().names();
    var required = builtin.parameters().required();
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> required.get(i) ? names.get(i) : optional(names.get(i), builtin.defaultOf(i)))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String optional(String name, Value value) {
    return value == Aggregates.ABSENT ? "[" + name + "]" : name + "=" + literal(value);
  }

  private static String literal(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue bool -> Boolean.toString(bool.value());
      case StringValue string -> Escaping.JSONNET.quote(string.value());
      case Builtin builtin -> builtin.name();
      default -> throw new IllegalStateException("There is no text for a default of " + value);
    };
  }

  private static List<String> lines() {
    try (var table = ReferencePage.class.getResourceAsStream("descriptions.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
