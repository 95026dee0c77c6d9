// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. */
class RenderMainTest {

  @TempDir Path folder;

  @Test
  void aProgramIsRenderedFromStdinToStdout() throws Exception {
    var ended = run("function(who) 'Hellö ' + who", "render", "-S", "-A", "who=you", "-");

    assertThat(ended).isEqualTo(new Ended(0, "Hellö you\n", ""));
  }

  @Test
  void anErrorGoesToStderrAndIntoTheExitCode() throws Exception {
    var ended = run("", "-e", "error 'n' + 'ö'");

    assertThat(ended)
        .isEqualTo(
            new Ended(
                1, "", "RUNTIME ERROR: nö\n\t<cmdline>:1:1-17\t$\n\tDuring evaluation\t\n\n"));
  }

  @Test
  void theVersionIsTheOneThatTheServiceTells() throws Exception {
    assertThat(run("", "render", "--version"))
        .isEqualTo(new Ended(0, BuildFacts.ofThisBuild().lines(), ""));
  }

  @Test
  void anInterruptedEvaluationTellsItsProfileSoFar() throws Exception {
    var endless = "local f(n) = f(n + 1) tailstrict; [std.trace('running', 1), f(0)]";
    var process = started(command("--profile", "-e", endless), "");
    try {
      awaitError("running", process);

      process.destroy();

      assertThat(ended(process).stderr())
          .contains("the evaluation was cancelled\n", "Profile of <cmdline>: the evaluation was")
          .containsPattern(" f +<cmdline>:1:7\n");
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  private void awaitError(String expected, Process process) throws IOException {
    long begun = System.nanoTime();
    while (!text("err").contains(expected)) {
      Thread.onSpinWait();
      assertThat(process.isAlive()).as(text("err")).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
    }
  }

  private record Ended(int exitCode, String stdout, String stderr) {}

  private Ended run(String stdin, String... arguments) throws Exception {
    return ended(started(command(arguments), stdin));
  }

  private static ProcessBuilder command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RenderMain.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private Ended ended(Process process) throws Exception {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The command did not end.");
    }
    return new Ended(process.exitValue(), text("out"), text("err"));
  }

  private Process started(ProcessBuilder builder, String stdin) throws IOException {
    return builder
        .redirectInput(Files.writeString(folder.resolve("in"), stdin).toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }
}
