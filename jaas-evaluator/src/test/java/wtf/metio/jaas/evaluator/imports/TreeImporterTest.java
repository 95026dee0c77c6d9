// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.MemoryTree;
import wtf.metio.jaas.domain.source.TreePath;
import wtf.metio.jaas.jsonnet.imports.Import;

class TreeImporterTest {

  private static final String MAIN = "home/team/main.jsonnet";

  private final FileTree home =
      MemoryTree.ofTexts(
          "home",
          Map.of(
              "team/main.jsonnet", "",
              "team/a", "team a",
              "a", "home a",
              "team/lib", "a file beside the program"));
  private final FileTree library =
      MemoryTree.ofTexts(
          "alias", Map.of("main.libsonnet", "library", "sub/x", "library x", "sub/y", "library y"));
  private final FileTree first =
      MemoryTree.ofTexts(
          "first",
          Map.of(
              "grafonnet/main.libsonnet", "first grafonnet",
              "both", "first both",
              "only", "first only",
              "alias/fallen", "through"));
  private final FileTree last =
      MemoryTree.ofTexts("last", Map.of("both", "last both", "grafonnet/other", "last other"));

  private final TreeImporter importer =
      new TreeImporter(
          new Program(
              new TreePath("team/main.jsonnet"),
              home,
              Map.of("alias", library),
              List.of(first, last)),
          1000);

  private void finds(String from, String path, String foundAt, String content) {
    assertThat(importer.load(from, path))
        .isInstanceOfSatisfying(
            Import.Found.class,
            found -> {
              assertThat(found.foundAt()).isEqualTo(foundAt);
              assertThat(new String(found.content(), UTF_8)).isEqualTo(content);
            });
  }

  private String reason(String from, String path) {
    return ((Import.Missing) importer.load(from, path)).reason();
  }

  @Test
  void aPathThatNoFileCanHaveIsNotLookedFor() {
    assertThat(reason(MAIN, "a/".repeat(3000) + "x")).isEqualTo("import path is too long");
    assertThat(importer.tried()).isEmpty();
  }

  @Test
  void aFileBesideTheImportingOneComesFirst() {
    finds(MAIN, "a", "home/team/a", "team a");
    finds(MAIN, "../a", "home/a", "home a");
    finds(MAIN, "./../team//a", "home/team/a", "team a");
  }

  @Test
  void codeWithoutAFileImportsLikeTheProgram() {
    finds("", "a", "home/team/a", "team a");
  }

  @Test
  void anAliasAloneIsItsMainFile() {
    finds(MAIN, "alias", "alias/main.libsonnet", "library");
  }

  @Test
  void whatFollowsAnAliasIsAFileOfTheLibrary() {
    finds(MAIN, "alias/sub/x", "alias/sub/x", "library x");
  }

  @Test
  void aLibraryImportsItsOwnFiles() {
    finds(MAIN, "alias/sub/x", "alias/sub/x", "library x");
    finds("alias/sub/x", "y", "alias/sub/y", "library y");
    finds("alias/sub/x", "../main.libsonnet", "alias/main.libsonnet", "library");
  }

  @Test
  void aLibraryDoesNotSeeTheProgramThroughARelativePath() {
    finds(MAIN, "alias", "alias/main.libsonnet", "library");

    assertThat(reason("alias/main.libsonnet", "../home/a")).isEqualTo(TreeImporter.NOWHERE);
    assertThat(reason("alias/main.libsonnet", "a")).isEqualTo(TreeImporter.NOWHERE);
  }

  @Test
  void whatALibraryLacksIsLookedForInTheSearchPath() {
    finds(MAIN, "alias/fallen", "first/alias/fallen", "through");
  }

  @Test
  void theLastTreeOfTheSearchPathWinsFileByFile() {
    finds(MAIN, "both", "last/both", "last both");
    finds(MAIN, "only", "first/only", "first only");
    finds(MAIN, "grafonnet/other", "last/grafonnet/other", "last other");
  }

  @Test
  void aFolderOfTheSearchPathAloneIsItsMainFileInWhicheverTree() {
    finds(MAIN, "grafonnet", "first/grafonnet/main.libsonnet", "first grafonnet");
  }

  @Test
  void aFileBesideTheProgramWinsOverAFolderOfThatName() {
    finds(MAIN, "lib", "home/team/lib", "a file beside the program");
  }

  @Test
  void absolutePathsAndThoseThatLeaveEveryTreeAreNowhere() {
    assertThat(reason(MAIN, "/etc/passwd")).isEqualTo(TreeImporter.NOWHERE);
    assertThat(reason(MAIN, "../../x")).isEqualTo(TreeImporter.NOWHERE);
    assertThat(reason(MAIN, "..")).isEqualTo(TreeImporter.NOWHERE);
    assertThat(reason(MAIN, "a\0b")).isEqualTo(TreeImporter.NOWHERE);
  }

  @Test
  void theReasonIsTheReferencesAndThePlacesAreToldBesides() {
    assertThat(reason(MAIN, "nope")).isEqualTo("no match locally or in the Jsonnet library paths");
    assertThat(importer.tried())
        .containsExactly(
            "home/team/nope",
            "last/nope",
            "last/nope/main.libsonnet",
            "first/nope",
            "first/nope/main.libsonnet");
  }

  @Test
  void anEmptyPathIsNoFile() {
    assertThat(reason(MAIN, "")).isEqualTo("import path is empty");
  }

  @Test
  void aFileThatCannotBeReadEndsTheSearch() {
    var locked = new LockedTree();
    var search =
        new TreeImporter(
            new Program(new TreePath("main"), home, Map.of(), List.of(last, locked)), 1000);

    assertThat(search.load("home/main", "both"))
        .isEqualTo(new Import.Unreadable("read locked/both: permission denied"));
  }

  @Test
  void oneNameNeverStandsForTwoFiles() {
    var twin = MemoryTree.ofTexts("home", Map.of("team/b", "twin b", "team/c", "twin c"));
    var twins =
        new TreeImporter(
            new Program(
                new TreePath("team/main.jsonnet"), home, Map.of("twin", twin), List.of(home)),
            1000);

    var fromTwin = (Import.Found) twins.load(MAIN, "twin/team/b");
    assertThat(fromTwin.foundAt()).isEqualTo("home/team/b");
    var own =
        new TreeImporter(
            new Program(
                new TreePath("team/b"),
                MemoryTree.ofTexts("home", Map.of("team/b", "own b")),
                Map.of("twin", twin),
                List.of()),
            1000);
    assertThat(((Import.Found) own.entry()).foundAt()).isEqualTo("home/team/b");
    var other = (Import.Found) own.load("home/team/b", "twin/team/b");
    assertThat(other.foundAt()).isEqualTo("home/team/b (2)");
    assertThat(((Import.Found) own.load(other.foundAt(), "c")).content())
        .asString(UTF_8)
        .isEqualTo("twin c");
  }

  /** Has everything and gives nothing. */
  private record LockedTree() implements FileTree {

    @Override
    public String label(TreePath path) {
      return "locked/" + path;
    }

    @Override
    public boolean holds(TreePath path) {
      return true;
    }

    @Override
    public FileRead read(TreePath path, long maxBytes) {
      return new FileRead.Refused("permission denied");
    }
  }
}
