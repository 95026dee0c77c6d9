// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Programs that a hostile tenant, or an unlucky one, would send. */
final class HostileSnippets {

  /** The one among them that is only large: it may also succeed. */
  static final String LARGE = "seven-megabytes";

  private static final SequencedMap<String, String> PROGRAMS = programs();

  private HostileSnippets() {}

  /** The names. */
  static SequencedSet<String> names() {
    return PROGRAMS.sequencedKeySet();
  }

  static String program(String name) {
    return Optional.ofNullable(PROGRAMS.get(name)).orElseThrow();
  }

  /** Writes every program, and an ordinary one, as the service expects them in a folder. */
  static void write(Path folder, String ordinary) {
    PROGRAMS.forEach((name, source) -> write(folder, name, source));
    write(folder, ordinary, "{ values: [i * i for i in std.range(1, 20)], name: 'ordinary' }");
  }

  private static void write(Path folder, String name, String source) {
    try {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("main.jsonnet"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SequencedMap<String, String> programs() {
    var programs = new LinkedHashMap<String, String>();
    programs.put("tail-recursion", "local f(n) = f(n + 1) tailstrict; f(0)");
    programs.put("recursion", "local f(n) = f(n + 1); f(0)");
    programs.put("range", "std.range(1, 1e9)");
    programs.put("repeat", "std.repeat('x', 1e10)");
    programs.put("doubling-string", "std.foldl(function(a, i) a + a, std.range(1, 64), 'x')");
    programs.put("doubling-array", "std.foldl(function(a, i) a + a, std.range(1, 64), [1])");
    programs.put(
        "growing-object",
        "local grow(n) = if n == 0 then {} else { a: grow(n - 1), b: grow(n - 1) }; grow(64)");
    programs.put("brackets", "[".repeat(2_000_000));
    programs.put("parentheses", "(".repeat(100_000) + '1' + ")".repeat(100_000));
    programs.put("deep-json", "std.parseJson(std.repeat('[', 5000000))");
    programs.put("long-fold", "std.foldl(function(a, x) a + x, std.range(1, 1e9), 0)");
    programs.put(
        "slow-sort",
        "std.sort(std.range(1, 1000000), function(x) std.foldl(function(a, i) a + i,"
            + " std.range(1, 1000), x))");
    programs.put("gigabyte", "local s = std.repeat('x', 1000000); [s for i in std.range(1, 1000)]");
    programs.put("import-cycle", "(import 'main.jsonnet') + {}");
    programs.put("text-block", "|||\n" + "  some text\n".repeat(4_700_000) + "|||\n");
    programs.put(
        LARGE,
        "[{ name: 'item ' + i, list: [1, 2, 3], nested: { a: 'x', b: 'y' } }"
            + " for i in std.range(1, 42000)]");
    return programs;
  }
}
