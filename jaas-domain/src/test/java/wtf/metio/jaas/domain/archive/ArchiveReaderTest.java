// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.source.FileSet;

class ArchiveReaderTest {

  private static final ArchiveLimits SMALL = new ArchiveLimits(100_000, 1_000_000, 3000, 2000);

  private final Map<String, String> files = new LinkedHashMap<>();

  @Test
  void whatWasWrittenIsRead() throws Exception {
    var written = new ByteArrayOutputStream();
    ArchiveWriter.write(
        FileSet.ofTexts(Map.of("main.jsonnet", "{}", "n".repeat(300), "long", "d/e", "")), written);
    assertThat(read(written.toByteArray())).isEqualTo(new Unpacked.Complete(3, 6));
    assertThat(files).isEqualTo(Map.of("main.jsonnet", "{}", "n".repeat(300), "long", "d/e", ""));
  }

  @Test
  void onlyRegularFilesAreTaken() throws Exception {
    var tar = new RawTar();
    for (char type : new char[] {'1', '2', '3', '4', '5', '6', 'g'}) {
      tar.member(type, "no" + type, "");
    }
    read(tar.member('7', "contiguous", "x").member('\0', "old/", "").file("yes", "1").end().gzip());
    assertThat(files).isEqualTo(Map.of("yes", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../up",
        "a/../b",
        "a/..",
        ".hidden",
        "a/.git/config",
        "a\\b",
        "sp ace",
        "ä",
        "per%cent",
        "co:lon",
        "new\nline",
        "./"
      })
  void namesThatConsumersWouldDropAreDropped(String name) throws Exception {
    var outcome = read(new RawTar().pax("path=" + name).file("x", "1").end().gzip());
    assertThat(outcome).isEqualTo(new Unpacked.Complete(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"./a,a", "a//b,a/b", "./a/./b,a/b", "a.b-c_D9,a.b-c_D9"})
  void namesAreCleaned(String written, String known) throws Exception {
    read(new RawTar().file(written, "1").end().gzip());
    assertThat(files).containsOnlyKeys(known);
  }

  @Test
  void extensionsOfBothKindsNameTheNextFileAlone() throws Exception {
    read(
        new RawTar()
            .pax("path=from-pax", "mtime=1.5")
            .file("x", "1")
            .member('L', "././@LongLink", "from-gnu\0")
            .file("y", "2")
            .file("z", "3")
            .end()
            .gzip());
    assertThat(files).isEqualTo(Map.of("from-pax", "1", "from-gnu", "2", "z", "3"));
  }

  @Test
  void sizeOfAnExtensionCounts() throws Exception {
    read(
        new RawTar()
            .pax("size=3")
            .member('0', "a", "123".getBytes(StandardCharsets.UTF_8), 0)
            .file("b", "4")
            .end()
            .gzip());
    assertThat(files).isEqualTo(Map.of("a", "123", "b", "4"));
  }

  @Test
  void archiveWithoutATrailerIsWhole() throws Exception {
    assertThat(read(new RawTar().file("a", "1").gzip())).isEqualTo(new Unpacked.Complete(1, 1));
  }

  @Test
  void severalMembersOfGzipAreOneArchive() throws Exception {
    var tar = new RawTar().file("a", "x".repeat(600)).end().bytes();
    var first = RawTar.gzip(Arrays.copyOf(tar, 700));
    var second = RawTar.gzip(Arrays.copyOfRange(tar, 700, tar.length));
    var both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    read(both.toByteArray());
    assertThat(files).containsOnlyKeys("a");
    assertThat(files.get("a")).hasSize(600);
  }

  @Test
  void wantedFolderIsStrippedFromNames() throws Exception {
    var archive = new RawTar().file("d/a", "1").file("d/e/b", "2").file("other", "3").end().gzip();
    for (var written : new String[] {"d", "d/", "./d", "/d", "./d/"}) {
      files.clear();
      read(archive, Subtree.of(written));
      assertThat(files).as(written).isEqualTo(Map.of("a", "1", "e/b", "2"));
    }
  }

  @Test
  void wantedFileIsTakenUnderItsOwnName() throws Exception {
    read(new RawTar().file("d/a", "1").file("d/e", "2").end().gzip(), Subtree.of("d/e"));
    assertThat(files).isEqualTo(Map.of("e", "2"));
  }

  @Test
  void nameThatBeginsLikeTheWantedFolderIsAnother() throws Exception {
    read(new RawTar().file("dash/a", "1").end().gzip(), Subtree.of("d"));
    assertThat(files).isEmpty();
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    assertRefused(
        new RawTar().file("a", "1").file("./a", "2").end().gzip(), ArchiveProblem.AMBIGUOUS);
  }

  @Test
  void fileThatIsTooLargeIsRefusedByItsHeader() throws Exception {
    assertRefused(
        new RawTar().member('0', "a", new byte[0], 2001).gzip(), ArchiveProblem.TOO_LARGE);
  }

  @Test
  void filesThatAreTooLargeTogetherAreRefused() throws Exception {
    var half = "x".repeat(1600);
    assertRefused(
        new RawTar().file("a", half).file("b", half).end().gzip(), ArchiveProblem.TOO_LARGE);
  }

  @Test
  void bombIsRefusedAlsoWhereNobodyWantsTheFile() throws Exception {
    var bomb = new RawTar().member('0', ".hidden", new byte[2_000_000], 2_000_000).end().gzip();
    assertThat(bomb).hasSizeLessThan(100_000);
    assertRefused(bomb, ArchiveProblem.TOO_LARGE);
  }

  @Test
  void archiveThatIsTooLargeItselfIsRefused() throws Exception {
    var noise = new byte[150_000];
    new Random(1).nextBytes(noise);
    assertRefused(
        new RawTar().member('0', ".hidden", noise, noise.length).end().gzip(),
        ArchiveProblem.TOO_LARGE);
  }

  @Test
  void sizeThatNoFileHasIsRefused() throws Exception {
    var huge = new byte[12];
    Arrays.fill(huge, (byte) 0xff);
    huge[0] = (byte) 0x80;
    assertRefused(new RawTar().sizeField("a", huge).gzip(), ArchiveProblem.DAMAGED);
  }

  @Test
  void negativeSizesAreRefused() throws Exception {
    var negative = new byte[12];
    Arrays.fill(negative, (byte) 0xff);
    assertRefused(new RawTar().sizeField("a", negative).gzip(), ArchiveProblem.DAMAGED);
    assertRefused(new RawTar().pax("size=-1").file("a", "1").end().gzip(), ArchiveProblem.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 a=",
        "99 path=x\n",
        "1 a=\n",
        "x a=b\n",
        "-7 a=b\n",
        "6 =xy\n",
        "12 path=a\0b\n",
        " a=b\n"
      })
  void damagedExtensionsAreRefused(String records) throws Exception {
    assertRefused(
        new RawTar().member('x', "e", records).file("a", "1").end().gzip(), ArchiveProblem.DAMAGED);
  }

  @Test
  void endlessExtensionIsRefused() throws Exception {
    var limits = ArchiveLimits.DEFAULTS;
    var long2 = new byte[(1 << 20) + 1];
    var archive = new RawTar().member('L', "l", long2, long2.length).gzip();
    assertThat(
            new ArchiveReader(limits)
                .read(new ByteArrayInputStream(archive), Subtree.ALL, this::keep))
        .isInstanceOfSatisfying(
            Unpacked.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(ArchiveProblem.TOO_LARGE));
  }

  @Test
  void sparseFilesAreRefused() throws Exception {
    assertRefused(
        new RawTar().pax("GNU.sparse.major=1").file("a", "1").end().gzip(), ArchiveProblem.DAMAGED);
    assertRefused(new RawTar().member('S', "a", "").end().gzip(), ArchiveProblem.DAMAGED);
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    var whole = new RawTar().file("a", "some text").file("b", "more").end().gzip();
    for (int length = 0; length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length)))
          .as("first %d bytes", length)
          .isInstanceOf(Unpacked.Refused.class);
    }
  }

  @Test
  void everyFlippedBitInTheCompressedDataIsNoticedOrHarmless() throws Exception {
    var whole = new RawTar().file("a", "some text").end().gzip();
    read(whole);
    var honest = Map.copyOf(files);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      var flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      files.clear();
      if (read(flipped) instanceof Unpacked.Complete) {
        // The time in the header, or a code that no byte uses.
        assertThat(files).isEqualTo(honest);
      }
    }
  }

  @Test
  void whatFollowsTheArchiveIsRefused() throws Exception {
    var archive = new RawTar().file("a", "1").end().gzip();
    var more = Arrays.copyOf(archive, archive.length + 10);
    assertRefused(more, ArchiveProblem.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "<html>not found</html>", "{}"})
  void whatIsNoArchiveIsRefused(String bytes) throws Exception {
    assertRefused(bytes.getBytes(StandardCharsets.UTF_8), ArchiveProblem.DAMAGED);
  }

  @Test
  void failureOfTheSourceIsNotTheArchivesFault() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }
        };
    assertThat(catchThrowable(() -> new ArchiveReader(SMALL).read(broken, Subtree.ALL, this::keep)))
        .isInstanceOf(IOException.class)
        .hasMessage("unplugged");
  }

  @Test
  void messagesDoNotGrowWithTheNamesInAnArchive() throws Exception {
    var name = "n".repeat(100_000);
    var outcome =
        new ArchiveReader(ArchiveLimits.DEFAULTS)
            .read(
                new ByteArrayInputStream(
                    new RawTar()
                        .pax("path=" + name)
                        .file("x", "1")
                        .pax("path=" + name)
                        .file("x", "1")
                        .end()
                        .gzip()),
                Subtree.ALL,
                this::keep);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unpacked.Refused.class, refused -> assertThat(refused.message()).hasSizeLessThan(300));
  }

  private void assertRefused(byte[] archive, ArchiveProblem problem) throws IOException {
    assertThat(read(archive))
        .isInstanceOfSatisfying(
            Unpacked.Refused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
  }

  private Unpacked read(byte[] archive) throws IOException {
    return read(archive, Subtree.ALL);
  }

  private Unpacked read(byte[] archive, Subtree wanted) throws IOException {
    return new ArchiveReader(SMALL).read(new ByteArrayInputStream(archive), wanted, this::keep);
  }

  private void keep(String name, InputStream content) throws IOException {
    files.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
  }
}
