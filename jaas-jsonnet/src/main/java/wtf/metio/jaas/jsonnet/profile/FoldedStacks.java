// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stacks the way tools for flame graphs read them: a line for each, frames from the outermost
 * inwards with semicolons between, a space, nanoseconds of self time.
 */
public final class FoldedStacks {

  private FoldedStacks() {}

  /** The lines, sorted; none for a profile without stacks. */
  public static String of(Profile profile) {
    var lines = new TreeMap<String, Long>();
    for (var stack : profile.stacks()) {
      var frames =
          stack.frames().stream()
              .map(frame -> Figures.shown(frame).replace(';', ','))
              .collect(Collectors.joining(";"));
      lines.merge(frames, stack.selfNanos(), Long::sum);
    }
    return lines.entrySet().stream()
        .map(line -> line.getKey() + ' ' + line.getValue() + '\n')
        .collect(Collectors.joining());
  }
}
