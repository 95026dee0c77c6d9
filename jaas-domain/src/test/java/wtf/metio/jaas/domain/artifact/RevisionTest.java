// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.source.FileSet;

class RevisionTest {

  private static final String HEX = "0123456789abcdef".repeat(4);

  @Test
  void revisionOfATextIsItsHash() {
    assertThat(Revision.ofText("{\n   \"a\": 1\n}\n".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("sha256:eb6c0b7db1ed40c126b28f6857e7f2138b8796e964daa0cd089cb57b1b09263c");
  }

  @Test
  void revisionOfFilesCoversTheirNames() {
    assertThat(
            Revision.ofFiles(
                    FileSet.ofTexts(Map.of("main.jsonnet", "{ a: 1 }", "lib/x.libsonnet", "{}")))
                .text())
        .isEqualTo("sha256:e9bf95ff6ab99a99532164c7e9aea73516216c5c7c31e464154ce04cb1217dee");
  }

  @Test
  void fileNameHasNoColon() {
    assertThat(new Revision("sha256:" + HEX).fileName()).isEqualTo("sha256-" + HEX + ".tar.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256-%s.tar.gz", "sha256:%s.tar.gz", "%s.tar.gz"})
  void revisionIsKnownByEachOfItsFileNames(String pattern) {
    assertThat(Revision.ofFileName(pattern.formatted(HEX))).contains(new Revision("sha256:" + HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "sha256-%s.tar.gz.tmp", "md5-%s.tar.gz", "a/%s.tar.gz", "SHA256-%s.tar.gz"})
  void otherFilesAreNoRevisions(String pattern) {
    assertThat(Revision.ofFileName(pattern.formatted(HEX))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:ABCD", "0123"})
  void whatIsNoHashIsNoRevision(String text) {
    assertThatThrownBy(() -> new Revision(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
