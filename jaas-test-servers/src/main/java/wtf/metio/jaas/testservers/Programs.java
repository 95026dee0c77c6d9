// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds programs or makes them, each once on a machine.
 *
 * <p>Any number of threads and processes may ask for the same one at once; one of them makes it.
 */
final class Programs {

  /** What came of looking for a program. */
  sealed interface Search {

    /** It is there. */
    record Found(Path file) implements Search {}

    /**
     * It cannot be had.
     *
     * @param reason what was tried, and what came of it
     */
    record Missing(String reason) implements Search {}
  }

  /** So that a server that many tests want is missed aloud once. */
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private static final Programs OF_THIS_MACHINE = ofThisMachine();

  private final Installed installed;
  private final Path cache;
  private final List<ProgramMaker> makers;
  private final Function<Program, PinnedModule> modules;
  private final Map<Program, Search> searches = new HashMap<>();

  /**
   * Programs.
   *
   * @param cache the folder for those that are made, in a folder for each version
   * @param makers asked in this order
   */
  Programs(
      Installed installed,
      Path cache,
      List<ProgramMaker> makers,
      Function<Program, PinnedModule> modules) {
    this.installed = installed;
    this.cache = cache;
    this.makers = List.copyOf(makers);
    this.modules = modules;
  }

  private static Programs ofThisMachine() {
    var environment = System.getenv();
    var installed = Installed.asSaidBy(environment);
    return new Programs(
        installed,
        Path.of(System.getProperty("user.home"), ".cache", "jaas", "test-servers"),
        List.of(new ContainerImages(environment), new GoToolchain(installed)),
        PinnedModule::of);
  }

  /** The program, or the end of the test that wanted it. */
  static Path required(Program program) {
    return switch (OF_THIS_MACHINE.search(program)) {
      case Search.Found found -> found.file();
      case Search.Missing missing -> {
        var line = Absence.line(program, missing.reason());
        if (SAID.add(line)) {
          System.err.println(line);
        }
        yield Absence.endTest(line, System.getenv());
      }
    };
  }

  /** Looks for a program; what cannot be had once is not tried again. */
  synchronized Search search(Program program) {
    var known = searches.get(program);
    if (known == null) {
      known = searched(program);
      searches.put(program, known);
    }
    return known;
  }

  private Search searched(Program program) {
    var present = installed.find(program.command());
    return present.isPresent() ? new Search.Found(present.get()) : cached(program);
  }

  private Search cached(Program program) {
    var module = modules.apply(program);
    var file = cache.resolve(module.identity()).resolve(program.command());
    if (Files.isExecutable(file)) {
      return new Search.Found(file);
    }
    try {
      Files.createDirectories(file.getParent());
      var lock = file.resolveSibling(program.command() + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        // Whoever held the lock before may have made it.
        return Files.isExecutable(file) ? new Search.Found(file) : made(program, module, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Search made(Program program, PinnedModule module, Path file) throws IOException {
    var reasons = new ArrayList<>(List.of("not installed"));
    var fresh = file.resolveSibling(program.command() + ".tmp");
    for (var maker : makers) {
      try {
        maker.make(program, module, fresh);
        return new Search.Found(Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
      } catch (MissingProgramException e) {
        reasons.add(e.getMessage());
        Files.deleteIfExists(fresh);
      }
    }
    return new Search.Missing(String.join("; ", reasons));
  }
}
