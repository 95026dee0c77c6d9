// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private final SourceText source = source("f.jsonnet", "é\nab\n\nlast");

  @Test
  void aPlaceIsFileLineAndColumnInBytes() {
    assertThat(source.location(2, 2)).isEqualTo("f.jsonnet:1:3");
    assertThat(source.location(3, 3)).isEqualTo("f.jsonnet:2:1");
  }

  @Test
  void aRangeWithinALineNamesTheLineOnce() {
    assertThat(source.location(3, 5)).isEqualTo("f.jsonnet:2:1-3");
  }

  @Test
  void aRangeOverLinesNamesBothEnds() {
    assertThat(source.location(0, 9)).isEqualTo("f.jsonnet:(1:1)-(4:3)");
  }

  @Test
  void theEndOfTheTextIsAPlace() {
    assertThat(source.location(11, 11)).isEqualTo("f.jsonnet:4:5");
    assertThat(source("f", "a\n").location(2, 2)).isEqualTo("f:2:1");
    assertThat(source("f", "").location(0, 0)).isEqualTo("f:1:1");
  }

  @Test
  void aNamelessSourceShowsNoName() {
    assertThat(source("", "ab").location(0, 1)).isEqualTo("1:1-2");
  }

  @Test
  void theTextOfALineHasNoLineBreak() {
    assertThat(source.lineText(0)).isEqualTo("é");
    assertThat(source.lineText(4)).isEqualTo("ab");
    assertThat(source.lineText(6)).isEmpty();
    assertThat(source.lineText(11)).isEqualTo("last");
  }

  @Test
  void manyLinesAreCounted() {
    var lines = source("f", "x\n".repeat(1_000));

    assertThat(lines.line(1_998)).isEqualTo(1_000);
    assertThat(lines.line(2_000)).isEqualTo(1_001);
    assertThat(lines.column(1_999)).isEqualTo(2);
  }

  private static SourceText source(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
