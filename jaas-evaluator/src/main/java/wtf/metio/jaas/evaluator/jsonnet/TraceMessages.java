// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The first lines that a program wrote with {@code std.trace}; what comes later is dropped. */
final class TraceMessages implements Consumer<String> {

  private static final int MAX_LINES = 1000;
  private static final int MAX_CHARS = 256 * 1024;

  private final List<String> lines = new ArrayList<>();
  private int chars;

  @Override
  public void accept(String line) {
    if (lines.size() < MAX_LINES && chars + line.length() <= MAX_CHARS) {
      lines.add(line);
      chars += line.length();
    }
  }

  List<String> lines() {
    return Collections.unmodifiableList(lines);
  }
}
