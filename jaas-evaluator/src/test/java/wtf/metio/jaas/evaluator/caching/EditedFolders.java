// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.MAIN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import wtf.metio.jaas.domain.evaluation.EvaluationFixture;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.evaluator.imports.ConfinedRoot;

/**
 * A program whose value is a number in a library, and somebody who changes the number in every way
 * in which files change. At no moment is there another value than the one before or the one after.
 */
final class EditedFolders {

  /** How the content of a file becomes another one. */
  enum Rewriting {
    /** In place. The file's time moves before its bytes do, by as long as the writer is held up. */
    IN_PLACE,
    /** By another file in its place, so that time and bytes change as one. */
    AT_ONCE
  }

  private final Path home;
  private final Path base;
  private final Path override;
  private final Path spare;
  private final Rewriting rewriting;
  private final Random dice;
  private int generation;

  EditedFolders(Path folder, Rewriting rewriting, long seed) throws IOException {
    this.rewriting = rewriting;
    dice = new Random(seed);
    home = Files.createDirectory(folder.resolve("home"));
    base = Files.createDirectory(folder.resolve("base"));
    override = Files.createDirectories(folder.resolve("override"));
    spare = Files.createDirectory(folder.resolve("spare"));
    Files.createDirectory(override.resolve("lib"));
    Files.writeString(home.resolve("main.jsonnet"), "import 'middle.libsonnet'");
    Files.writeString(home.resolve("middle.libsonnet"), "import 'lib/number'");
    Files.createSymbolicLink(base.resolve("lib"), Path.of("..data/lib"));
    swap(0);
  }

  /** The program, read by this clock. */
  EvaluationRequest request(InstantSource clock) {
    var search = List.of(root(base, clock), root(override, clock));
    return EvaluationFixture.request(
        new Program(MAIN, root(home, clock), Map.of(), List.copyOf(search)));
  }

  private static ConfinedRoot root(Path folder, InstantSource clock) {
    return new ConfinedRoot(folder, folder.getFileName().toString(), clock);
  }

  /** Makes this the value, in one way or another. */
  void change(long value) throws IOException {
    switch (dice.nextInt(4)) {
      case 0 -> overwrite(effective(), value);
      case 1 -> replace(effective(), value);
      case 2 -> toggleOverride(value);
      default -> {
        if (Files.exists(overriding())) {
          overwrite(effective(), value);
        } else {
          swap(value);
        }
      }
    }
  }

  /** Waits until the clock of the file system has moved on. */
  void tick() throws IOException {
    var probe = Files.writeString(spare.resolve("probe"), "");
    var before = Files.getAttribute(probe, "unix:ctime");
    do {
      Files.writeString(probe, "");
    } while (Files.getAttribute(probe, "unix:ctime").equals(before));
  }

  private Path overriding() {
    return override.resolve("lib/number");
  }

  private Path effective() {
    return Files.exists(overriding()) ? overriding() : base.resolve("lib/number");
  }

  /** With as many bytes as before. */
  private void overwrite(Path file, long value) throws IOException {
    switch (rewriting) {
      case AT_ONCE -> replace(file, value);
      case IN_PLACE -> overwriteInPlace(file, value);
    }
  }

  private static void overwriteInPlace(Path file, long value) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text(value).getBytes(US_ASCII)), 0);
    }
  }

  private void replace(Path file, long value) throws IOException {
    var other = Files.writeString(spare.resolve("new"), text(value));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void toggleOverride(long value) throws IOException {
    if (Files.exists(overriding())) {
      overwrite(base.resolve("lib/number"), value);
      Files.delete(overriding());
    } else {
      replace(overriding(), value);
    }
  }

  /** As Kubernetes does with a volume. */
  private void swap(long value) throws IOException {
    generation++;
    var next = Files.createDirectories(base.resolve("..v" + generation + "/lib"));
    Files.writeString(next.resolve("number"), text(value));
    var link = Files.createSymbolicLink(base.resolve("..new"), Path.of("..v" + generation));
    Files.move(link, base.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String text(long value) {
    return String.format(Locale.ROOT, "%10d", value);
  }
}
