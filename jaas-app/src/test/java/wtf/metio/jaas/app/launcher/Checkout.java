// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher and the real search for a JDK, but with a Maven that only notes
 * that it was called and a JDK whose {@code java} prints its arguments.
 */
final class Checkout {

  private static final Path REAL = Path.of("").toAbsolutePath().getParent();

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$JAVA_HOME" >> builds
      [ ! -e build-is-broken ] || exit 1
      mkdir -p jaas-app/target
      : > jaas-app/target/jaas-app-1-exec.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *' extract '*)
          while [ "$1" != --destination ]; do shift; done
          mkdir -p "$2"
          : > "$2/jaas.jar"
          ;;
        */Train.java\\ *) : > "$3" ;;
        *-XX:AOTCacheOutput=*)
          for argument; do
            case $argument in -XX:AOTCacheOutput=*) : > "${argument#*=}" ;; esac
          done
          ;;
        *) printf '%s\\n' "$@" ;;
      esac
      """;

  /** What a start printed, line by line, and how it ended. */
  record Start(int exitCode, List<String> out, String err) {}

  private final Path folder;

  Checkout(Path scratch) throws IOException {
    folder = Files.createDirectories(scratch.resolve("with a space"));
    Files.createDirectories(folder.resolve("config"));
    Files.copy(REAL.resolve("jaas"), folder.resolve("jaas"));
    Files.copy(REAL.resolve("config/find-jdk"), folder.resolve("config/find-jdk"));
    Files.writeString(folder.resolve("pom.xml"), "");
    Files.createDirectories(source().getParent());
    Files.writeString(source(), "");
    script(folder.resolve("mvnw"), MAVEN);
    jdk("jdk", 25);
  }

  /** A file of the sources. */
  Path source() {
    return folder.resolve("jaas-app/src/main/java/Some.java");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The number of times that Maven was called. */
  int builds() throws IOException {
    Path notes = folder.resolve("builds");
    return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
  }

  /** Makes a JDK of a version. */
  Path jdk(String name, int version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  Start start(String... arguments) throws Exception {
    return start(Map.of(), arguments);
  }

  Start start(Map<String, String> environment, String... arguments) throws Exception {
    return finished(begin("jaas", environment, arguments));
  }

  Start findJdk(Map<String, String> environment) throws Exception {
    return finished(begin("config/find-jdk", environment));
  }

  /** Starts without waiting for the end. */
  Process begin(String script, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(folder.resolve(script).toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.getParent().toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("JAVA") || name.contains("JDK"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.redirectError(Files.createTempFile(folder.getParent(), "start", ".err").toFile());
    return builder.start();
  }

  Start finished(Process process) throws Exception {
    List<String> out;
    try (var reader = process.inputReader()) {
      out = reader.readAllLines();
    }
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The start did not end.");
    }
    return new Start(process.exitValue(), out, errors());
  }

  private String errors() throws IOException {
    var text = new StringBuilder();
    try (var files = Files.newDirectoryStream(folder.getParent(), "start*.err")) {
      for (Path file : files) {
        text.append(Files.readString(file));
        Files.delete(file);
      }
    }
    return text.toString();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IllegalStateException("Expected to make " + file + " executable.");
    }
  }
}
