// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.Violations.Violation;

/** Each rule bites: a program that breaks it is compiled here and must be reported. */
class ArchitectureRulesTest {

  @TempDir Path scratch;

  @Test
  void everyRuleHasAViolationThatShowsItBites() {
    assertThat(ArchitectureRules.all())
        .extracting(Rule::name)
        .containsExactlyInAnyOrderElementsOf(Violations.byRule().keySet());
  }

  @TestFactory
  Stream<DynamicTest> aViolationIsReportedByItsRule() {
    return ArchitectureRules.all().stream()
        .flatMap(
            rule ->
                Violations.byRule().getOrDefault(rule.name(), List.of()).stream()
                    .map(
                        violation ->
                            dynamicTest(
                                rule.name() + ": " + violation.sources().keySet(),
                                () -> assertReported(rule, violation))));
  }

  private void assertReported(Rule rule, Violation violation) throws IOException {
    EvaluationResult result = rule.evaluate(compiled(violation.sources()), true);

    assertThat(String.join("\n", result.getFailureReport().getDetails()))
        .as(rule.name())
        .contains(violation.blamed());
  }

  private JavaClasses compiled(Map<String, String> sources) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "violation");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    var files = new ArrayList<Path>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(write(folder, qualified(source.getKey()), source.getValue()));
    }
    compile(files, classes);
    return new ClassFileImporter().importPath(classes);
  }

  private static void compile(List<Path> files, Path classes) throws IOException {
    var messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-proc:none", "-d", classes.toString());
      var task = compiler.getTask(messages, manager, null, options, null, units);
      assertThat(task.call()).as(messages.toString()).isTrue();
    }
  }

  private static Path write(Path folder, String type, String body) throws IOException {
    int dot = type.lastIndexOf('.');
    Path file = folder.resolve(type.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "package " + type.substring(0, dot) + ";\n" + body + "\n");
  }

  /** Our own types are written without the root; others, which begin like domains do, in full. */
  private static String qualified(String type) {
    boolean foreign = Stream.of("org.", "io.", "software.", "wtf.").anyMatch(type::startsWith);
    return foreign ? type : Rooms.ROOT + "." + type;
  }
}
