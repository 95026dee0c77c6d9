// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command line asks for: {@code --name value}, or {@code --name} alone. */
public final class Options {

  private static final String MISSING = "missing";

  private final Map<String, String> values = new HashMap<>();

  /** The options of a command line. */
  public Options(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      var hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
      values.put(arguments[i], hasValue ? arguments[++i] : "");
    }
  }

  /** Whether it is there, with or without a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Its value, else {@code missing}. */
  public String text(String name) {
    var value = values.getOrDefault(name, MISSING);
    return value.isEmpty() ? MISSING : value;
  }

  /** Its value as an absolute path; empty where it is missing. */
  public Optional<Path> path(String name) {
    return Optional.of(text(name))
        .filter(value -> !value.equals(MISSING))
        .map(value -> Path.of(value).toAbsolutePath());
  }

  /** Whether only some rows are asked for and this is none of them. */
  public boolean leavesOut(String row) {
    return !row.contains(values.getOrDefault("--only", ""));
  }

  /** Whether this run measures the whole table. */
  public boolean wantsAll() {
    return !has("--only");
  }

  /** Whether this run measures too little for a page. */
  public boolean isQuick() {
    return has("--quick");
  }

  /** The table of this run: the rows of others stay where only some are measured. */
  public Ledger ledger(String name, List<String> head) {
    return wantsAll() ? Ledger.empty(name, head) : Ledger.kept(name, head);
  }
}
