// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import wtf.metio.jaas.testservers.Programs.Search;

class ProgramsTest {

  private static final Program PROGRAM = Program.MINIO;
  private static final PinnedModule MODULE = PinnedModule.of(PROGRAM);

  @TempDir Path folder;

  private final AtomicInteger made = new AtomicInteger();

  private Programs programs(Installed installed, ProgramMaker... makers) {
    return new Programs(installed, folder.resolve("cache"), List.of(makers), _ -> MODULE);
  }

  private static Installed nothing() {
    return new Installed(List.of());
  }

  private void make(Program program, PinnedModule module, Path target) {
    made.incrementAndGet();
    write(target);
  }

  private static void write(Path program) {
    try {
      Files.writeString(program, "#!/bin/sh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private static void fail(Program program, PinnedModule module, Path target)
      throws MissingProgramException {
    write(target);
    throw new MissingProgramException("out of luck");
  }

  @Test
  void anInstalledProgramIsTaken() throws IOException {
    var bin = Files.createDirectory(folder.resolve("bin"));
    write(bin.resolve("minio"));
    var installed = Installed.asSaidBy(Map.of("PATH", "/nowhere:" + bin));
    assertThat(programs(installed, this::make).search(PROGRAM))
        .isEqualTo(new Search.Found(bin.resolve("minio")));
    assertThat(made).hasValue(0);
  }

  @Test
  void theFolderOfTheTestEnvironmentIsLookedAtFirst() {
    var installed = Installed.asSaidBy(Map.of("KUBEBUILDER_ASSETS", "/assets", "PATH", "/bin"));
    assertThat(installed.folders()).containsExactly(Path.of("/assets"), Path.of("/bin"));
  }

  @Test
  void aProgramIsMadeOnceHoweverManyProcessesWantIt() throws Exception {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      processes.add(MakingProcess.start(folder));
    }
    for (var process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(folder.resolve("made")).hasContent("once");
  }

  @Test
  void whatWasMadeIsNotMadeAgain() {
    var first = programs(nothing(), this::make).search(PROGRAM);
    assertThat(programs(nothing(), this::make).search(PROGRAM)).isEqualTo(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void theFolderSaysWhichVersionIsInIt() {
    programs(nothing(), this::make).search(PROGRAM);
    assertThat(folder.resolve("cache").resolve(MODULE.identity()).resolve("minio")).exists();
    assertThat(MODULE.identity()).startsWith("minio-v0.0.0-");
  }

  @Test
  void theNextWayIsTriedIfOneDoesNotWork() {
    assertThat(programs(nothing(), ProgramsTest::fail, this::make).search(PROGRAM))
        .isInstanceOf(Search.Found.class);
  }

  @Test
  void aProgramThatCannotBeHadHasItsReasonsAndLeavesNothing() {
    var programs = programs(nothing(), ProgramsTest::fail);
    assertThat(programs.search(PROGRAM))
        .isEqualTo(new Search.Missing("not installed; out of luck"));
    assertThat(folder.resolve("cache").resolve(MODULE.identity()))
        .isDirectoryNotContaining(file -> !file.toString().endsWith(".lock"));
  }

  @Test
  void aMissingProgramEndsATestAndFailsItOnABuildServer() {
    var line = Absence.line(PROGRAM, "out of luck");
    assertThat(line).startsWith("NOT TESTED with minio: out of luck");
    assertThatThrownBy(() -> Absence.endTest(line, Map.of()))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage(line);
    assertThatThrownBy(() -> Absence.endTest(line, Map.of("CI", "true")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(line);
  }
}
