// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds programs from the Go modules in the checkout. */
final class GoToolchain implements ProgramMaker {

  private static final int PATIENCE_MINUTES = 30;

  private final Installed installed;

  GoToolchain(Installed installed) {
    this.installed = installed;
  }

  @Override
  public void make(Program program, PinnedModule module, Path target)
      throws MissingProgramException {
    if (installed.find("go").isEmpty()) {
      throw new MissingProgramException("Go is not installed");
    }
    var name = program.command() + " " + module.version();
    System.err.println(
        "Building "
            + name
            + " for tests, once on this machine; that takes about "
            + program.minutes()
            + " min on two processors.");
    long begin = System.nanoTime();
    build(program, module, target);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    System.err.println("Built " + name + " in " + seconds + " s.");
  }

  private static void build(Program program, PinnedModule module, Path target)
      throws MissingProgramException {
    var flags = "-s -w" + versionFlags(program, module.version());
    var command =
        List.of("go", "build", "-trimpath", "-ldflags", flags, "-o", "" + target, program.target());
    var builder = new ProcessBuilder(command).directory(module.folder().toFile());
    builder.environment().put("CGO_ENABLED", "0");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
    try {
      var process = builder.start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new MissingProgramException("`go build` took too long");
      }
      if (process.exitValue() != 0) {
        throw new MissingProgramException("`go build` failed");
      }
    } catch (IOException e) {
      throw new MissingProgramException("`go build` did not start: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingProgramException("`go build` was interrupted");
    }
  }

  /** Kubernetes calls itself v0.0.0-master unless it is told; clients cannot read that. */
  private static String versionFlags(Program program, String version) {
    if (!program.folder().equals("kubernetes")) {
      return "";
    }
    var numbers = version.substring(1).split("\\.", -1);
    var variable = " -X k8s.io/component-base/version.";
    return variable
        + "gitVersion="
        + version
        + variable
        + "gitMajor="
        + numbers[0]
        + variable
        + "gitMinor="
        + numbers[1];
  }
}
