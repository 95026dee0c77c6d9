// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanPathTest {

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "//, /",
    "/a, /a",
    "/a/, /a/",
    "/a//b, /a/b",
    "/a/./b, /a/b",
    "/a/../b, /b",
    "/a/b/.., /a",
    "/a/b/../, /a/",
    "/a/b/., /a/b",
    "/.., /",
    "/../.., /",
    "/../, /",
    "/a/.../b, /a/.../b",
    "/%2e%2e/a, /%2e%2e/a",
    "a, /a"
  })
  void pathsAreCleanedAsGoCleansThem(String raw, String clean) {
    assertThat(CleanPath.of(raw).encoded()).isEqualTo(clean);
  }
}
