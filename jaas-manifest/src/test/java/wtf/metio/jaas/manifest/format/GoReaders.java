// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import static org.assertj.core.api.Assertions.fail;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The readers of YAML that Kubernetes and Flux use, in a process: {@code tools/yaml}. */
final class GoReaders implements AutoCloseable {

  private static final int BUILD_MINUTES = 5;

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  private GoReaders(Process process) {
    this.process = process;
    this.questions = new DataOutputStream(process.getOutputStream());
    this.answers = new DataInputStream(process.getInputStream());
  }

  /** Builds and starts them; where there is no Go the test says so and fails on a build server. */
  static GoReaders start(Path folder) {
    var program = folder.resolve("yaml");
    try {
      var build =
          new ProcessBuilder("go", "build", "-trimpath", "-o", program.toString(), "./yaml")
              .directory(Path.of("..", "tools").toFile())
              .inheritIO()
              .start();
      if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || build.exitValue() != 0) {
        return missing("`go build ./yaml` failed in tools.");
      }
      return new GoReaders(
          new ProcessBuilder(program.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      return missing("`go` is not on the path.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missing("Interrupted.");
    }
  }

  private static GoReaders missing(String why) {
    var line = "NOT COMPARED with readers in Go: " + why + " Install Go 1.24 or newer.";
    System.err.println(line);
    return "true".equals(System.getenv("CI")) ? fail(line) : Assumptions.abort(line);
  }

  /** What one of them reads differently; empty if all agree. */
  String difference(byte[] json, byte[] yaml) throws IOException {
    for (var text : new byte[][] {json, yaml}) {
      questions.writeInt(text.length);
      questions.write(text);
    }
    questions.flush();
    return new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
