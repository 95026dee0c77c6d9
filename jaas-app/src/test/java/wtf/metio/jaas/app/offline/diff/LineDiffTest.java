// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  /** What comes out if the regions are replaced. */
  private static List<String> patched(
      List<String> before, List<String> after, List<Region> regions) {
    var patched = new ArrayList<String>();
    int at = 0;
    for (var region : regions) {
      patched.addAll(before.subList(at, region.oldBegin()));
      assertThat(patched).hasSize(region.newBegin());
      patched.addAll(after.subList(region.newBegin(), region.newEnd()));
      at = region.oldEnd();
    }
    patched.addAll(before.subList(at, before.size()));
    return patched;
  }

  private static List<String> lines(Random random, int length, int words) {
    return IntStream.range(0, length).mapToObj(_ -> "line " + random.nextInt(words)).toList();
  }

  @Test
  void replacingTheRegionsGivesTheOtherText() {
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      int words = 1 + random.nextInt(30);
      var before = lines(random, random.nextInt(30), words);
      var after = lines(random, random.nextInt(30), words);

      assertThat(patched(before, after, LineDiff.of(before, after))).isEqualTo(after);
    }
  }

  @Test
  void aSmallChangeIsASmallRegion() {
    var before = List.of("a", "{", "}", "b", "{", "}", "c", "{", "}");
    var after = List.of("a", "{", "}", "new", "{", "}", "b", "{", "}", "c", "{", "}");

    var regions = LineDiff.of(before, after);

    assertThat(regions).hasSize(1);
    assertThat(regions.getFirst().newEnd() - regions.getFirst().newBegin()).isEqualTo(3);
    assertThat(regions.getFirst().oldEnd()).isEqualTo(regions.getFirst().oldBegin());
  }

  @Test
  void largeTextsWithoutAnythingInCommonTakeLittleTime() {
    var before = IntStream.range(0, 200_000).mapToObj(i -> "a" + i % 500).toList();
    var after = IntStream.range(0, 200_000).mapToObj(i -> "a" + i * 7 % 500).toList();

    assertThat(patched(before, after, LineDiff.of(before, after))).isEqualTo(after);
  }
}
