// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

  private static boolean gzipOfLarge(String... fields) {
    return AcceptEncoding.of(List.of(fields)).prefersGzip(true);
  }

  private static boolean gzipOfSmall(String field) {
    return AcceptEncoding.of(List.of(field)).prefersGzip(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZip",
        "x-gzip",
        "gzip, deflate, br",
        "deflate,gzip",
        "br;q=1.0, gzip;q=0.8, *;q=0.1",
        "gzip;q=0.001",
        "gzip ; Q=0.5",
        "*",
        "*;q=0.5",
        "gzip;q=1, identity;q=1",
        "gzip;q=1, identity;q=0.5",
        " , gzip, ",
        "gzip, *;q=0",
        "nonsense;;, gzip"
      })
  void aLargeBodyIsCompressedForWhoTakesIt(String field) {
    assertThat(gzipOfLarge(field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "deflate, br, zstd",
        "gzip;q=0",
        "gzip;q=0.000",
        "*, gzip;q=0",
        "*;q=0",
        "gzip;q=0.5, identity",
        "gzip;q=0.5, identity;q=0.501",
        "gzip;q=2",
        "gzip;q=0.1234",
        "gzip;quality=1",
        "gzipped",
        "br;q=0.5;gzip"
      })
  void aLargeBodyIsLeftAsItIsForOthers(String field) {
    assertThat(gzipOfLarge(field)).isFalse();
  }

  @Test
  void whoSaysNothingGetsItAsItIs() {
    assertThat(gzipOfLarge()).isFalse();
  }

  @Test
  void severalFieldsAreOne() {
    assertThat(gzipOfLarge("br", "gzip")).isTrue();
    assertThat(gzipOfLarge("gzip;q=0.5", "identity")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "*", "gzip, identity;q=0.001", "identity;q=0"})
  void aSmallBodyIsLeftAsItIs(String field) {
    assertThat(gzipOfSmall(field)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, identity;q=0", "gzip, *;q=0", "identity;q=0, *"})
  void aSmallBodyIsCompressedForWhoTakesNothingElse(String field) {
    assertThat(gzipOfSmall(field)).isTrue();
  }
}
