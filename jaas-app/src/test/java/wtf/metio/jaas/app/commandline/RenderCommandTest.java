// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.jsonnet.Engine;

class RenderCommandTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir Path folder;

  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  @Test
  void aFileOfSeveralThatHasItsContentKeepsItsTime() throws IOException {
    var same = Files.writeString(folder.resolve("same"), "1\n");
    var other = Files.writeString(folder.resolve("other"), "1\n");
    Files.setLastModifiedTime(same, LONG_AGO);
    Files.setLastModifiedTime(other, LONG_AGO);

    assertThat(run("-m", folder.toString(), "-e", "{ same: 1, other: 2 }")).isZero();

    assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(other)).isGreaterThan(LONG_AGO);
  }

  @Test
  void aLinkDoesNotLeadOutOfTheFolderOfSeveralFiles() throws IOException {
    var out = Files.createDirectory(folder.resolve("out"));
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(out.resolve("link"), elsewhere);

    assertThat(run("-c", "-m", out.toString(), "-e", "{ 'link/x': 1 }")).isOne();

    assertThat(errors()).isEqualTo("openat link/x: path escapes from parent\n");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aLinkWithinTheFolderOfSeveralFilesIsFollowed() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

    assertThat(run("-m", folder.toString(), "-e", "{ 'link/x': 1 }")).isZero();

    assertThat(folder.resolve("real/x")).hasContent("1");
  }

  @Test
  void aNameThatIsNoneIsToldAsTheReferenceTellsIt() {
    assertThat(run("-m", folder.toString(), "-e", "{ 'a\\u0000b': 1 }")).isOne();

    assertThat(errors()).isEqualTo("openat a\0b: invalid argument\n");
  }

  @Test
  void placesThatCannotBeOneAreTold() {
    assertThat(run("-m", "a\0b", "-e", "{ a: 1 }")).isOne();
    assertThat(run("-o", "a\0b", "-e", "{ a: 1 }")).isOne();
    assertThat(run("-c", "-o", "a\0b", "-e", "{ a: 1 }")).isOne();
    assertThat(run("a\0b")).isOne();

    assertThat(errors())
        .isEqualTo(
            "open a\0b: invalid argument\n".repeat(3)
                + "Opening input file: a\0b: invalid argument\n");
  }

  @Test
  void aProgramThatCannotBeReadIsToldInOneSentence() throws IOException {
    var circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

    assertThat(run(circle.toString())).isOne();

    assertThat(errors())
        .startsWith("Opening input file: " + circle + ": ")
        .hasLineCount(1)
        .containsIgnoringCase("too many levels of symbolic links");
  }

  @Test
  void aLibraryThatCannotBeReadIsNamed() throws IOException {
    var circle =
        Files.createSymbolicLink(folder.resolve("lib.libsonnet"), Path.of("lib.libsonnet"));

    assertThat(run("-J", folder.toString(), "-e", "import 'lib.libsonnet'")).isOne();

    assertThat(errors())
        .startsWith("RUNTIME ERROR: open " + circle + ": too many levels of symbolic links")
        .contains("<cmdline>:1:1-23");
  }

  @Test
  void anOutputThatNobodyTakesIsAFailure() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(command(closed).run(List.of("-e", "1"), Map.of())).isOne();

    assertThat(errors()).isEqualTo("Broken pipe\n");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(run("--version")).isZero();

    assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("this build\n");
  }

  @Test
  void everyOptionOfTheUsageIsKnown() {
    var options =
        UsageText.TEXT
            .lines()
            .flatMap(line -> line.replaceAll("<[^>]*>|\\[[^]]*]", " ").strip().lines())
            .filter(line -> line.startsWith("-") && !line.startsWith("-abc"))
            .map(line -> line.split("  ")[0])
            .flatMap(line -> List.of(line.split(" / ")).stream())
            .map(String::strip)
            .toList();

    assertThat(options).hasSizeGreaterThan(30).contains("-J", "--tla-code-file");
    for (var option : options) {
      stderr.reset();
      run(option, "1", "-e", "1", "--", "x");
      assertThat(errors()).as(option).doesNotContain("unrecognized");
    }
  }

  @Test
  void aProfileGoesToStderrAndTheOutputWhereItWentBefore() {
    assertThat(run("--profile", "-e", "local f(x) = x + 1; [f(1), f(2)]")).isZero();

    assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("[\n   2,\n   3\n]\n");
    assertThat(errors())
        .startsWith("Profile of <cmdline>: rendered\n")
        .containsPattern(" 2 +[0-9.]+  f +<cmdline>:1:7\n");
  }

  @Test
  void aProfileGoesToAFileInTheFormAskedFor() {
    var json = folder.resolve("profile.json");
    var folded = folder.resolve("profile.folded");

    assertThat(run("--profile=" + json, "--profile-format", "json", "-e", "1")).isZero();
    assertThat(run("--profile=" + folded, "--profile-format", "folded", "-e", "1")).isZero();

    assertThat(json).content().startsWith("{\"program\":\"<cmdline>\",\"ending\":\"rendered\",");
    assertThat(folded).content().matches("([^\n]+ [0-9]+\n)+");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aProfileFollowsTheErrorOfAProgramThatFails() {
    assertThat(run("--profile", "-e", "local f() = error 'no luck'; f()")).isOne();

    assertThat(errors())
        .startsWith("RUNTIME ERROR: no luck\n\t<cmdline>:1:13-28\tfunction <f>\n")
        .contains("\n\nProfile of <cmdline>: RUNTIME ERROR: no luck\n");
  }

  @Test
  void aProfileThatCannotBeWrittenIsToldBeforeAnythingRuns() {
    var nowhere = folder.resolve("missing/profile");

    assertThat(run("--profile=" + nowhere, "-e", "std.trace('ran', 1)")).isOne();

    assertThat(errors()).isEqualTo("open " + nowhere + ": no such file or directory\n");
  }

  @Test
  void aProfileOutlivesAnOutputThatNobodyTakes() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(command(closed).run(List.of("--profile", "-e", "1"), Map.of())).isOne();

    assertThat(errors()).startsWith("Profile of <cmdline>: rendered").endsWith("Broken pipe\n");
  }

  @Test
  void aWrongFormatOfAProfileIsToldWithTheRightOnes() {
    assertThat(run("--profile-format", "html", "-e", "1")).isOne();
    assertThat(errors())
        .isEqualTo("ERROR: --profile-format is text, json or folded, not \"html\"\n");

    stderr.reset();
    assertThat(run("--profile=", "-e", "1")).isOne();
    assertThat(errors()).isEqualTo("ERROR: --profile= needs the name of a file\n");

    stderr.reset();
    assertThat(run("--profil=x", "-e", "1")).isOne();
    assertThat(errors())
        .isEqualTo("ERROR: unrecognized argument: --profil=x\nDid you mean --profile=x?\n");
  }

  private int run(String... arguments) {
    return command(stdout).run(List.of(arguments), Map.of());
  }

  private RenderCommand command(OutputStream out) {
    return new RenderCommand(
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(stderr, true, StandardCharsets.UTF_8),
        new Engine(List.of()),
        () -> "this build\n");
  }

  private String errors() {
    return stderr.toString(StandardCharsets.UTF_8);
  }
}
