// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that wants a program, and takes its time to make it. */
final class MakingProcess {

  private static final Duration WORK = Duration.ofMillis(300);

  private MakingProcess() {}

  /** The argument is the folder for the cache; a line is added to {@code made} for each making. */
  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var module = PinnedModule.of(Program.MINIO);
    var programs =
        new Programs(
            new Installed(List.of()),
            folder,
            List.of((_, _, target) -> make(folder, target)),
            _ -> module);
    System.exit(programs.search(Program.MINIO) instanceof Programs.Search.Found ? 0 : 1);
  }

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            MakingProcess.class.getName(),
            folder.toString())
        .inheritIO()
        .start();
  }

  private static void make(Path folder, Path target) {
    try {
      Files.writeString(
          folder.resolve("made"), "once\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      LockSupport.parkNanos(WORK.toNanos());
      Files.writeString(target, "#!/bin/sh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IllegalStateException("not executable: " + target);
    }
  }
}
