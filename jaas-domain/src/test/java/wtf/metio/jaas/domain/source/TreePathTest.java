// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

  @ParameterizedTest
  @CsvSource({
    "a.jsonnet, a.jsonnet",
    "./a//b/../c, a/c",
    "a/b/../../c, c",
    "a/, a",
    "..., ...",
    "..a/b.., ..a/b..",
  })
  void aWrittenPathIsCleaned(String written, String clean) {
    assertThat(TreePath.of(written)).hasValue(new TreePath(clean));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "/etc/passwd", "a/..", "a/../..", "../a", "a/../../b", "a\0b"})
  void aPathThatLeavesTheRootOrNamesItIsNone(String written) {
    assertThat(TreePath.of(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a//b", "/a", "a/", "a/../b", "a/./b", "a\0"})
  void anUncleanPathCannotBeMade(String text) {
    assertThatThrownBy(() -> new TreePath(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSiblingIsSeenFromTheFolderOfTheFile() {
    var path = new TreePath("team/dash/main.jsonnet");

    assertThat(path.sibling("x.libsonnet")).hasValue(new TreePath("team/dash/x.libsonnet"));
    assertThat(path.sibling("../../y")).hasValue(new TreePath("y"));
    assertThat(path.sibling("../../../y")).isEmpty();
  }

  @Test
  void theSiblingOfAFileInTheRootLiesInTheRoot() {
    assertThat(new TreePath("main.jsonnet").sibling("x")).hasValue(new TreePath("x"));
  }
}
