// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the reference implementation or builds it from the Go module in {@code tools}.
 *
 * <p>What is built is kept outside the repository, under {@code ~/.cache/jaas/test-servers}.
 * Without Go a test fails where {@code CI} is {@code true}; elsewhere it is aborted with a line
 * that says what to install.
 */
final class Peers {

  private static final String VERSION = "v0.22.0";
  private static final String MODULE = "github.com/google/go-jsonnet";
  private static final Pattern DIRECTORY = Pattern.compile("\"Dir\": \"([^\"]+)\"");
  private static final int BUILD_MINUTES = 10;

  private Peers() {}

  /** The folder with go-jsonnet's own cases. */
  static Path casesOfTheReference() {
    var described = orAbort(() -> go("mod", "download", "-json", MODULE));
    var directory = DIRECTORY.matcher(described);
    return directory.find()
        ? Path.of(directory.group(1))
        : fail("`go mod download -json` names no folder: %s", described);
  }

  /** The program that answers many questions in one process. */
  static Path lineServer() {
    return orAbort(() -> built("reference-" + sourceDigest(), "./reference"));
  }

  /** The {@code jsonnet} command: the one on the path if it is of the right version. */
  static Path jsonnet() {
    return isRightVersion("jsonnet")
        ? Path.of("jsonnet")
        : orAbort(() -> built("jsonnet", MODULE + "/cmd/jsonnet"));
  }

  private static boolean isRightVersion(String command) {
    try {
      return run(Path.of("."), List.of(command, "--version")).contains(VERSION);
    } catch (MissingToolException e) {
      return false;
    }
  }

  private static Path built(String name, String what) {
    var target = cache().resolve(name);
    if (Files.isExecutable(target)) {
      return target;
    }
    try {
      Files.createDirectories(target.getParent());
      var fresh = Files.createTempFile(target.getParent(), name, ".tmp");
      go("build", "-trimpath", "-o", fresh.toString(), what);
      return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path cache() {
    var home = Path.of(System.getProperty("user.home"));
    return home.resolve(".cache/jaas/test-servers").resolve("go-jsonnet-" + VERSION);
  }

  private static String sourceDigest() {
    try (var sources = Files.walk(tools().resolve("reference"))) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var source : sources.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(Files.readAllBytes(source));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The Go module, from the folder of this Maven module or from the root. */
  private static Path tools() {
    var below = Path.of("tools");
    return Files.exists(below.resolve("go.mod")) ? below : Path.of("..", "tools");
  }

  private static String go(String... arguments) {
    var command = new ArrayList<String>();
    command.add("go");
    command.addAll(List.of(arguments));
    return run(tools(), command);
  }

  private static String run(Path directory, List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new MissingToolException("`" + String.join(" ", command) + "` failed.");
      }
      return printed;
    } catch (IOException e) {
      throw new MissingToolException("`" + command.getFirst() + "` is not on the path.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingToolException("Interrupted.");
    }
  }

  private static <T> T orAbort(Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (MissingToolException e) {
      var line = "NOT COMPARED with go-jsonnet: " + e.getMessage() + " Install Go 1.24 or newer.";
      System.err.println(line);
      if ("true".equals(System.getenv("CI"))) {
        return fail(line);
      }
      return Assumptions.abort(line);
    }
  }

  /** A command is not there or does not work. */
  private static final class MissingToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingToolException(String message) {
      super(message);
    }
  }
}
