// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.warm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Renders one program over and over.
 *
 * <p>{@code -renders N -seconds S [-o FILE] -J LIBRARY MAIN}, paths relative to the working folder.
 */
final class RenderLoop {

  private static final long STACK = 512L << 20;
  private static final int FEWEST = 3;
  private static final long NANOS_PER_MICRO = 1_000;

  private final Map<String, String> options = new HashMap<>();
  private final String main;

  RenderLoop(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    main = arguments[arguments.length - 1];
  }

  /** One engine with one program. */
  interface Render {

    /** The text as UTF-8; anything thrown ends the loop. */
    byte[] once();
  }

  String main() {
    return main;
  }

  String library() {
    return options.getOrDefault("-J", ".");
  }

  /** Where an import leads: beside the file that asks, else in the library; empty if nowhere. */
  Optional<Path> found(String from, String path) {
    var beside = Path.of(from).resolveSibling(path).normalize();
    var shared = Path.of(library(), path).normalize();
    return Files.isRegularFile(beside)
        ? Optional.of(beside)
        : Files.isRegularFile(shared) ? Optional.of(shared) : Optional.empty();
  }

  /** Renders on a thread with a stack for deep programs and prints the times. */
  void run(Render render) throws InterruptedException {
    var failed = new boolean[] {true};
    Runnable work =
        () -> {
          repeat(render);
          failed[0] = false;
        };
    var thread = new Thread(null, work, "render", STACK);
    thread.start();
    thread.join();
    System.exit(failed[0] ? 1 : 0);
  }

  private void repeat(Render render) {
    int renders = Integer.parseInt(options.getOrDefault("-renders", "300"));
    long seconds = Long.parseLong(options.getOrDefault("-seconds", "60"));
    long end = System.nanoTime() + seconds * 1_000_000_000;
    var times = new StringBuilder();
    var text = new byte[0];
    for (int i = 0; i < renders && (i < FEWEST || System.nanoTime() < end); i++) {
      long begin = System.nanoTime();
      text = render.once();
      times.append((System.nanoTime() - begin) / NANOS_PER_MICRO).append('\n');
    }
    System.out.print(times);
    System.out.flush();
    write(text);
  }

  private void write(byte[] text) {
    if (options.get("-o") instanceof String file) {
      try {
        Files.write(Path.of(file), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
