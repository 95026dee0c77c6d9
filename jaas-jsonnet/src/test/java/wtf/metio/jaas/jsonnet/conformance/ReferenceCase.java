// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.conformance.Question.Given;
import wtf.metio.jaas.jsonnet.conformance.Question.GivenKind;

/**
 * One of go-jsonnet's own cases, by the rules of its own test: the name says how the value is
 * written, a folder as expectation means several files, and an expectation that is no output is the
 * text of an error in the reference's long form.
 *
 * @param name without a suffix
 * @param expected what stands in the golden file
 */
record ReferenceCase(String name, Question question, Answer expected) {

  private static final String FOLDER = "testdata";
  private static final Pattern STATIC_ERROR =
      Pattern.compile("[^\n]*?(\\d+:\\d+(-\\d+)?|\\(\\d+:\\d+\\)-\\(\\d+:\\d+\\)) .*");
  private static final Pattern FRAME = Pattern.compile("-{49}\n\t([^\t\n]*)\t([^\n]*)\n");
  private static final Pattern SKIPPED =
      Pattern.compile("-{49}\n\t\\.\\.\\. \\(skipped (\\d+) frames\\)");
  private static final Pattern ACTIVITY = Pattern.compile("-{49}\n\t([^\t\n]+)\t\n");

  /** What the reference's own test gives to every case that is named after external variables. */
  private static final List<Given> VARIABLES =
      List.of(
          new Given(GivenKind.EXT_STR, "stringVar", "2 + 2"),
          new Given(GivenKind.EXT_CODE, "codeVar", "3 + 3"),
          new Given(GivenKind.EXT_CODE, "errorVar", "error 'xxx'"),
          new Given(GivenKind.EXT_CODE, "staticErrorVar", ")"),
          new Given(GivenKind.EXT_CODE, "UndeclaredX", "x"),
          recursive("selfRecursiveVar", "selfRecursiveVar"),
          recursive("mutuallyRecursiveVar1", "mutuallyRecursiveVar2"),
          recursive("mutuallyRecursiveVar2", "mutuallyRecursiveVar1"));

  private static Given recursive(String name, String other) {
    return new Given(GivenKind.EXT_CODE, name, "[42, std.extVar(\"" + other + "\")[0] + 1]");
  }

  /** All of them, sorted by name. */
  static List<ReferenceCase> in(Path reference) {
    try (var files = Files.list(reference.resolve(FOLDER))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".jsonnet"))
          .map(f -> f.substring(0, f.length() - ".jsonnet".length()))
          .sorted()
          .map(name -> read(reference.resolve(FOLDER), name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceCase read(Path folder, String name) {
    try {
      var source = Files.readString(folder.resolve(name + ".jsonnet"), StandardCharsets.ISO_8859_1);
      var golden = folder.resolve(name + ".golden");
      var expected = Files.isDirectory(golden) ? files(golden) : text(golden);
      var given = name.startsWith("extvar_") ? VARIABLES : List.<Given>of();
      var question =
          new Question(
              FOLDER + "/" + name,
              source,
              form(name, expected),
              Question.DEFAULT_STACK,
              given,
              Map.of());
      return new ReferenceCase(name, question, expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutputForm form(String name, Answer expected) {
    var raw = name.endsWith("_string_output");
    if (expected instanceof Answer.Files) {
      return raw ? OutputForm.MULTI_STRING : OutputForm.MULTI;
    }
    return raw ? OutputForm.STRING : OutputForm.JSON;
  }

  private static Answer text(Path golden) throws IOException {
    var bytes = Files.readString(golden, StandardCharsets.ISO_8859_1);
    return isError(bytes) ? new Answer.Failed(bytes) : new Answer.Text(withNewline(bytes));
  }

  private static Answer files(Path golden) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.list(golden)) {
      for (var file : files.toList()) {
        var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        contents.put(file.getFileName().toString(), withNewline(bytes));
      }
    }
    return new Answer.Files(contents);
  }

  /** The engine always ends a text with a newline; the command takes it away where told to. */
  private static String withNewline(String bytes) {
    return bytes.endsWith("\n") ? bytes : bytes + "\n";
  }

  private static boolean isError(String bytes) {
    var firstLine = bytes.lines().findFirst().orElse("");
    return firstLine.startsWith("RUNTIME ERROR: ")
        || (bytes.contains("\n\n") && STATIC_ERROR.matcher(firstLine).matches());
  }

  /** The trace in the golden file, each frame as {@code location TAB context}. */
  List<String> trace() {
    if (!(expected instanceof Answer.Failed(String message))) {
      return List.of();
    }
    return FRAME.matcher(message).results().map(ReferenceCase::frame).toList();
  }

  /** Whether a trace is the expected one, whose middle is left out where it is long. */
  boolean hasTrace(List<String> complete) {
    var shown = trace();
    if (!(expected instanceof Answer.Failed(String message))) {
      return complete.isEmpty();
    }
    var skipped = SKIPPED.matcher(message);
    if (!skipped.find()) {
      return shown.equals(complete);
    }
    var before = (int) FRAME.matcher(message.substring(0, skipped.start())).results().count();
    var after = complete.size() - (shown.size() - before);
    return complete.size() == shown.size() + Integer.parseInt(skipped.group(1))
        && shown.subList(0, before).equals(complete.subList(0, before))
        && shown.subList(before, shown.size()).equals(complete.subList(after, complete.size()));
  }

  private static String frame(MatchResult found) {
    var first = found.group(1);
    return ACTIVITY.matcher(found.group()).matches() && !first.contains(":")
        ? "\t" + first
        : first + "\t" + found.group(2);
  }
}
