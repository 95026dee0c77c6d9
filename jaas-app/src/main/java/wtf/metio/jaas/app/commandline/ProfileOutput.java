// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.evaluator.imports.FileProblem;
import wtf.metio.jaas.jsonnet.profile.Profile;

/** Where a profile goes: opened before the evaluation, which may take long and end early. */
final class ProfileOutput implements AutoCloseable {

  private final ProfileOptions options;
  private final PrintStream stderr;
  private final @Nullable OutputStream file;

  private ProfileOutput(ProfileOptions options, PrintStream stderr, @Nullable OutputStream file) {
    this.options = options;
    this.stderr = stderr;
    this.file = file;
  }

  /**
   * Opens it.
   *
   * @throws IOException with a message for the user
   */
  static ProfileOutput open(ProfileOptions options, PrintStream stderr) throws IOException {
    var name = options.file();
    if (name == null) {
      return new ProfileOutput(options, stderr, null);
    }
    try {
      return new ProfileOutput(options, stderr, Files.newOutputStream(Path.of(name)));
    } catch (FileSystemException problem) {
      throw new IOException("open " + name + ": " + FileProblem.of(problem), problem);
    } catch (InvalidPathException _) {
      throw new IOException("open " + name + ": invalid argument");
    }
  }

  void write(Profile profile) throws IOException {
    var page = options.page(profile);
    if (file == null) {
      stderr.print(page);
      stderr.flush();
    } else {
      file.write(page.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
