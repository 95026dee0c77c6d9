// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of programs, as Go keeps them on this machine; nothing is built. */
final class GoSources {

  private static final Map<Program, Path> FOLDERS = new ConcurrentHashMap<>();

  private GoSources() {}

  /** The folder with the sources of a program, or the end of the test that wanted it. */
  static Path required(Program program) {
    var known = FOLDERS.get(program);
    if (known != null) {
      return known;
    }
    try {
      var found = Path.of(folder(program));
      FOLDERS.put(program, found);
      return found;
    } catch (MissingProgramException e) {
      var line = Absence.line(program, String.valueOf(e.getMessage()));
      System.err.println(line);
      return Absence.endTest(line, System.getenv());
    }
  }

  /** Go checks what it downloads against the sums in the pinned module. */
  private static String folder(Program program) throws MissingProgramException {
    if (Installed.asSaidBy(System.getenv()).find("go").isEmpty()) {
      throw new MissingProgramException("Go is not installed");
    }
    var builder =
        new ProcessBuilder(List.of("go", "mod", "download", "-json", program.module()))
            .directory(PinnedModule.of(program).folder().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new MissingProgramException("`go mod download` failed: " + said);
      }
      return JsonParser.parseString(said).getAsJsonObject().get("Dir").getAsString();
    } catch (IOException e) {
      throw new MissingProgramException("`go mod download` did not start: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingProgramException("`go mod download` was interrupted");
    }
  }
}
