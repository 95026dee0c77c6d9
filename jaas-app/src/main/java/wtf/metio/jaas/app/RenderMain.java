// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import wtf.metio.jaas.app.commandline.RenderCommand;
import wtf.metio.jaas.evaluator.natives.TankaFunctions;
import wtf.metio.jaas.jsonnet.Engine;

/** Starts {@code jaas render}. */
public final class RenderMain {

  private RenderMain() {}

  /** Renders what the arguments name and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    var stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    // Messages quote programs, which are UTF-8 whatever the terminal is set to.
    var stderr =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var given = Arrays.asList(arguments);
    boolean named = !given.isEmpty() && given.getFirst().equals("render");
    return new RenderCommand(
            System.in,
            stdout,
            stderr,
            new Engine(TankaFunctions.all()),
            () -> BuildFacts.ofThisBuild().lines())
        .run(named ? given.subList(1, given.size()) : given, System.getenv());
  }
}
