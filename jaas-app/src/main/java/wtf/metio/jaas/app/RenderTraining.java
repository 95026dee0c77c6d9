// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several commands in one process, so that a cache for their start knows the classes of all.
 * Nobody else needs it.
 */
public final class RenderTraining {

  private static final String NEXT = "--next";

  private RenderTraining() {}

  /** Runs the commands between the arguments {@code --next} and ends with the first failure. */
  public static void main(String[] arguments) {
    var command = new ArrayList<String>();
    for (var argument : arguments) {
      if (argument.equals(NEXT)) {
        run(command);
        command.clear();
      } else {
        command.add(argument);
      }
    }
    run(command);
  }

  private static void run(List<String> command) {
    int exitCode = RenderMain.run(command.toArray(String[]::new));
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
