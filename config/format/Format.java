// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or mends the form of every Java file in the project, in one process for the whole tree.
 *
 * <p>Run by the build as {@code java -cp <google-java-format> Format.java check|fix <root>
 * <marker>}. The marker is a file that exists afterwards if something is wrong. The formatter lives
 * outside Maven because it needs the compiler of the JDK that the sources are written for, and
 * Maven itself may run on an older one.
 */
final class Format {

  private static final List<String> HEADER =
      List.of("// SPDX-FileCopyrightText: The JaaS Authors", "// SPDX-License-Identifier: 0BSD");

  private Format() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3 || !List.of("check", "fix").contains(arguments[0])) {
      System.err.println("usage: Format.java check|fix <root> <marker>");
      System.exit(2);
    }
    boolean fix = arguments[0].equals("fix");
    var root = Path.of(arguments[1]).toAbsolutePath().normalize();
    var marker = Path.of(arguments[2]);
    List<Path> sources = sources(root);
    boolean headersAreFine = fix ? addHeaders(sources) : reportHeaders(root, sources);
    boolean layoutIsFine = layout(fix, sources);
    Files.deleteIfExists(marker);
    if (!headersAreFine || !layoutIsFine) {
      Files.createFile(marker);
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    var sources = new ArrayList<Path>();
    try (Stream<Path> top = Files.list(root)) {
      for (Path folder : top.filter(Format::isOurs).sorted().toList()) {
        try (Stream<Path> tree = Files.walk(folder)) {
          tree.filter(file -> isSource(root.relativize(file))).sorted().forEach(sources::add);
        }
      }
    }
    if (sources.isEmpty()) {
      throw new IllegalStateException("Expected Java files below " + root + ", found none.");
    }
    return sources;
  }

  private static boolean isOurs(Path folder) {
    String name = folder.getFileName().toString();
    return Files.isDirectory(folder) && !name.startsWith(".") && !name.equals("target");
  }

  private static boolean isSource(Path file) {
    for (Path part : file) {
      if (part.toString().equals("target")) {
        return false;
      }
    }
    return file.toString().endsWith(".java");
  }

  private static boolean reportHeaders(Path root, List<Path> sources) throws IOException {
    boolean fine = true;
    for (Path source : sources) {
      if (!hasHeader(source)) {
        System.err.println("The two SPDX lines are missing: " + root.relativize(source));
        fine = false;
      }
    }
    return fine;
  }

  private static boolean addHeaders(List<Path> sources) throws IOException {
    for (Path source : sources) {
      if (!hasHeader(source)) {
        String text = Files.readString(source);
        Files.writeString(source, String.join("\n", HEADER) + "\n\n" + text);
      }
    }
    return true;
  }

  private static boolean hasHeader(Path source) throws IOException {
    try (Stream<String> lines = Files.lines(source)) {
      return lines.limit(HEADER.size()).toList().equals(HEADER);
    }
  }

  private static boolean layout(boolean fix, List<Path> sources) throws Exception {
    var arguments = new ArrayList<String>();
    arguments.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    sources.forEach(source -> arguments.add(source.toString()));
    var report = new StringWriter();
    var out = new PrintWriter(report, true);
    int result = new Main(out, out, System.in).format(arguments.toArray(String[]::new));
    if (result != 0) {
      System.err.println("Badly formed by google-java-format:");
      System.err.print(report);
    }
    return result == 0;
  }
}
