// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;

class KeysTest {

  private static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final String HEX = "0123456789abcdef".repeat(4);
  private static final Revision REVISION = new Revision("sha256:" + HEX);

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "/a/b/", "//a/b//"})
  void slashesAroundThePrefixDoNotCount(String prefix) {
    assertThat(new Keys(prefix).of(OWNER, REVISION))
        .isEqualTo("a/b/team/dashboards/sha256-" + HEX + ".tar.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void withoutAPrefixKeysBeginWithTheNamespace(String prefix) {
    assertThat(new Keys(prefix).of(OWNER, REVISION))
        .isEqualTo("team/dashboards/sha256-" + HEX + ".tar.gz");
  }

  @Test
  void aKeyOfOursSaysWhatItHolds() {
    var keys = new Keys("prefix");
    assertThat(keys.place(keys.of(OWNER, REVISION))).contains(new Keys.Place(OWNER, REVISION));
  }

  @Test
  void ownersWhoseNamesBeginAlikeAreKeptApart() {
    assertThat(new Keys("").all(OWNER)).isEqualTo("team/dashboards/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prefix/team/dashboards/notes.txt",
        "prefix/team/dashboards/backup.tar.gz",
        "prefix/team/dashboards/HEX.tar.gz",
        "prefix/team/dashboards/sha256:HEX.tar.gz",
        "prefix/team/dashboards/deeper/sha256-HEX.tar.gz",
        "prefix/team/sha256-HEX.tar.gz",
        "prefix/team//sha256-HEX.tar.gz",
        "prefix/../dashboards/sha256-HEX.tar.gz",
        "team/dashboards/sha256-HEX.tar.gz",
        "prefixteam/dashboards/sha256-HEX.tar.gz",
        "prefix/team/dashboards/sha256-HEX.tar.gz.tmp",
      })
  void whatOnlyLooksLikeOursIsNot(String key) {
    assertThat(new Keys("prefix").place(key.replace("HEX", HEX))).isEmpty();
  }
}
