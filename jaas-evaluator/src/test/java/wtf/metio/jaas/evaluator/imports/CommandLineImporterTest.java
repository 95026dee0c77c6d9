// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.jsonnet.imports.Import;

class CommandLineImporterTest {

  @TempDir Path folder;
  private String home;
  private CommandLineImporter importer;

  @BeforeEach
  void twoLibrariesBesideAProgram() throws IOException {
    home = folder.toString();
    write("main.jsonnet", "main");
    write("sub/x", "sub x");
    write("j1/x", "j1 x");
    write("j1/y", "j1 y");
    write("j2/y", "j2 y");
    importer = new CommandLineImporter(List.of(home + "/j1/", home + "/j2"), 1000);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void finds(String from, String path, String foundAt, String content) {
    assertThat(importer.load(from, path))
        .isInstanceOfSatisfying(
            Import.Found.class,
            found -> {
              assertThat(found.foundAt()).isEqualTo(foundAt);
              assertThat(new String(found.content(), StandardCharsets.UTF_8)).isEqualTo(content);
            });
  }

  private String reason(String path) {
    return ((Import.Missing) importer.load(home + "/main.jsonnet", path)).reason();
  }

  private String problem(String path) {
    return ((Import.Unreadable) importer.load(home + "/main.jsonnet", path)).message();
  }

  @Test
  void aFileBesideTheImportingOneComesFirst() {
    finds(home + "/sub/main", "x", home + "/sub/x", "sub x");
  }

  @Test
  void theSearchPathIsAskedFromTheLastToTheFirst() {
    finds(home + "/main.jsonnet", "y", home + "/j2/y", "j2 y");
    finds(home + "/main.jsonnet", "x", home + "/j1/x", "j1 x");
  }

  @Test
  void theNameOfAFileIsItsCleanPath() {
    finds(home + "/./j1/../main.jsonnet", ".//sub/../j1/x", home + "/j1/x", "j1 x");
  }

  @Test
  void anAbsolutePathIsTakenAsItIs() {
    finds("main", home + "/./sub/x", home + "/./sub/x", "sub x");
  }

  @Test
  void pathsMayLeaveTheFolderOfTheProgram() {
    finds(home + "/sub/main", "../main.jsonnet", home + "/main.jsonnet", "main");
  }

  @Test
  void whatIsNowhereIsToldInTheWordsOfTheReference() {
    assertThat(reason("nope")).isEqualTo("no match locally or in the Jsonnet library paths");
    assertThat(importer.tried())
        .containsExactly(home + "/nope", home + "/j2/nope", home + "/j1/nope");
  }

  @Test
  void aFolderIsNoFileAndEndsTheSearch() {
    assertThat(problem("sub")).isEqualTo("read " + home + "/sub: is a directory");
  }

  @Test
  void aFileIsNoFolder() {
    assertThat(problem("main.jsonnet/x"))
        .isEqualTo("open " + home + "/main.jsonnet/x: not a directory");
  }

  @Test
  void aNameThatIsTooLongIsTold() {
    var name = "x".repeat(300);

    assertThat(problem(name)).isEqualTo("open " + home + "/" + name + ": file name too long");
  }

  @Test
  void aNameWithNulIsNoName() {
    assertThat(problem("a\0b")).isEqualTo("open " + home + "/a\0b: invalid argument");
  }

  @Test
  void anEmptyPathIsTheFolder() {
    assertThat(problem("")).isEqualTo("read " + home + ": is a directory");
  }

  @Test
  void aFileWithoutEndIsReadUpToTheLimit() {
    assertThat(problem("/dev/zero")).isEqualTo("read /dev/zero: the file has more than 1000 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/../c, a/c",
    "./a, a",
    "a/.., .",
    "../a/.././b, ../b",
    "../../a, ../../a",
    "/../a, /a",
    "a//b/, a/b",
    "/, /",
  })
  void aPathIsCleanedWithoutALookAtTheFiles(String path, String clean) {
    assertThat(CleanPath.of(path)).isEqualTo(clean);
  }
}
