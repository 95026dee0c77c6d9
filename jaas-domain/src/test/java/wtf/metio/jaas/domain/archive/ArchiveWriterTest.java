// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.source.FileSet;

class ArchiveWriterTest {

  /** Size and SHA-256 of what Go 1.26's archive/tar writes for the same files and headers. */
  static Stream<Arguments> recorded() {
    return Stream.of(
        recorded(
            "032b47949c6c0dcc3af58ffb4d918c93730cdead7dcc21d1a3078520a45b7d75",
            2048,
            Map.of("rendered.json", "{\n   \"a\": 1\n}\n")),
        recorded(
            "a7d990d5ff92accf53b58b7bf3652b471f942748ded3ffc96260b8397b700fb0",
            3072,
            Map.of("main.jsonnet", "{ a: 1 }", "lib/x.libsonnet", "{}")),
        recorded(
            "30035e2c75862c634cfa3e1b9ceec1444e935f1d0278c86f1bd85ca5b9944a0f",
            1536,
            Map.of("empty", "")),
        recorded(
            "3d158a6a1c333a46ee69c96eb62a591b6369b7034dc47944782e0907bd86ca4e",
            2048,
            Map.of("b", "x".repeat(512))),
        recorded(
            "135ea42910f6ab6f4adf0222f477ea44394d949bfde04f1a399b1b6b08b037b8",
            2048,
            Map.of("n".repeat(100), "1")),
        recorded(
            "de0e2b89e241726ffac9c13e24830b0bf507161dbeba588359c850ef8def4469",
            2048,
            Map.of("f".repeat(60) + "/" + "g".repeat(60), "1")),
        recorded(
            "bfcfa67777ef3c1e5e1fcb5bc5225854e7909c2a516d936aebafb3b17bbd6c3a",
            2048,
            Map.of("p".repeat(155) + "/" + "n".repeat(100), "1")),
        recorded(
            "395c45cffb7f3e3b57d58a59f844ea7a070ccd2cccaa8860925a265408c05e20",
            3072,
            Map.of("n".repeat(101), "1")),
        recorded(
            "de3c699c39c671ba88a30407a26ea5e304d60d39b6aa66e8f63d4e093d8745c4",
            3072,
            Map.of("p".repeat(156) + "/n", "1")),
        recorded(
            "f6494fa27ae3aba119ba3af95b1f330b4d04c8ac19fb96ffebaa4be0b17cebe1",
            3072,
            Map.of(("d".repeat(30) + "/").repeat(9) + "f", "12345")),
        recorded(
            "e6f1f786b1673cd739a8a795152b3404fc2a063e6943bcf3d1582941ed8f636d",
            3072,
            Map.of("a/".repeat(120) + "f", "1", "z", "2")),
        recorded(
            "7e235339a7294bf2573b89391fa8a73c71a03a9589139639b96fffed7a3f086f",
            3072,
            Map.of("ä/ö.json", "1")),
        recorded(
            "bbad26ed65e197604c273afc060530d0760dee9d76e72555b7fd98a13210c856",
            3072,
            Map.of("ü".repeat(120) + "/ö.json", "1")),
        recorded(
            "c995b53da9e5745c1303d2fcc6de4b3e8d82b0eba71c897958a7739151a95f0d",
            3584,
            Map.of("x/" + "n".repeat(900), "1")),
        recorded(
            "3e139fc32ce7e9c9f77eb89a379874ead130ed8438eb6b6ce5cb1176b0aed4e2",
            7168,
            Map.of("b", "1", "a/b", "2", "a", "3", "a-b", "4", "Z", "5", "a.b", "6")),
        recorded(
            "485b49a03e8cd17a2a388f49179916f0253828bc98d352f8cc266ce0ba8ddd06",
            5120,
            Map.of("\uD83D\uDE00", "1", "\uFFEE", "2")));
  }

  private static Arguments recorded(String sha256, int size, Map<String, String> files) {
    return Arguments.of(files, size, sha256);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void tarIsThatOfTheReference(Map<String, String> files, int size, String sha256)
      throws Exception {
    var tar = new ByteArrayOutputStream();
    ArchiveWriter.writeTar(FileSet.ofTexts(files), tar);
    assertThat(tar.size()).isEqualTo(size);
    assertThat(sha256(tar.toByteArray())).isEqualTo(sha256);
  }

  @Test
  void gzipHeaderHasNeitherTimeNorSystem() throws Exception {
    assertThat(archive(FileSet.of("a", new byte[0])))
        .startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  }

  @Test
  void equalFilesGiveEqualBytes() throws Exception {
    var files = Map.of("a", "1", "b", "2", "c", "3");
    assertThat(archive(FileSet.ofTexts(files)))
        .isEqualTo(archive(FileSet.ofTexts(new TreeMap<>(files))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/../b", "..", "a\\b", "a\0b"})
  void namesThatLeadSomewhereElseAreNotWritten(String name) {
    assertThatThrownBy(() -> archive(FileSet.of(name, new byte[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] archive(FileSet files) throws IOException {
    var out = new ByteArrayOutputStream();
    ArchiveWriter.write(files, out);
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
