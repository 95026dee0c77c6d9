// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.domain.notation.Sha256;
import wtf.metio.jaas.domain.source.FileSet;

/** What we write is read by those that others use: Go's archive/tar and GNU tar. */
class OtherReadersTest {

  @TempDir private static Path folder;

  private static Path goReader;

  @BeforeAll
  static void build() throws Exception {
    goReader = folder.resolve("go-tar");
    try {
      var build =
          new ProcessBuilder("go", "build", "-trimpath", "-o", goReader.toString(), "./tar")
              .directory(Path.of("..", "tools").toFile())
              .inheritIO()
              .start();
      if (build.waitFor() != 0) {
        missing("`go build ./tar` failed in tools.");
      }
    } catch (IOException _) {
      missing("`go` is not on the path.");
    }
  }

  private static void missing(String why) {
    var line = "NOT READ by others: " + why + " Install Go 1.24 or newer, and GNU tar.";
    System.err.println(line);
    if ("true".equals(System.getenv("CI"))) {
      fail(line);
    }
    Assumptions.abort(line);
  }

  static Stream<Map<String, String>> files() {
    return ArchiveWriterTest.recorded().map(OtherReadersTest::files);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> files(Arguments arguments) {
    return (Map<String, String>) arguments.get()[0];
  }

  @ParameterizedTest
  @MethodSource("files")
  void goReadsEveryNameAndContent(Map<String, String> files) throws Exception {
    var set = FileSet.ofTexts(files);
    var expected = new StringBuilder();
    for (var file : set.entries()) {
      expected.append(hex(file.getKey())).append(' ').append(Sha256.hex(file.getValue()));
      expected.append('\n');
    }

    assertThat(said(archive(set), goReader.toString())).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @MethodSource("files")
  void gnuTarReadsEveryNameAndContent(Map<String, String> files) throws Exception {
    var set = FileSet.ofTexts(files);
    var names = set.paths().stream().map(name -> name + '\n').collect(Collectors.joining());
    var contents = new StringBuilder();
    for (var file : set.entries()) {
      contents.append(new String(file.getValue(), StandardCharsets.UTF_8));
    }
    var archive = archive(set);

    assertThat(said(archive, "tar", "--quoting-style=literal", "-tz")).isEqualTo(names);
    assertThat(said(archive, "tar", "-xzO")).isEqualTo(contents.toString());
  }

  private static Path archive(FileSet files) throws IOException {
    var out = new ByteArrayOutputStream();
    ArchiveWriter.write(files, out);
    return Files.write(folder.resolve("archive.tar.gz"), out.toByteArray());
  }

  /** What a reader says of an archive, without a complaint. */
  private static String said(Path archive, String... command) throws Exception {
    var complaints = folder.resolve("complaints");
    var process =
        new ProcessBuilder(List.of(command))
            .redirectInput(archive.toFile())
            .redirectError(complaints.toFile())
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
    assertThat(Files.readString(complaints)).isEmpty();
    return said;
  }

  private static String hex(String name) {
    return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
  }
}
