// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

  @Test
  void aPlusIsASpaceInAQueryOnly() {
    assertThat(PercentEncoding.decodePath("a+b%20c%2Fd")).contains("a+b c/d");
    assertThat(PercentEncoding.decodeQuery("a+b%20c%2Fd")).contains("a b c/d");
  }

  @Test
  void encodedBytesMakeCharacters() {
    assertThat(PercentEncoding.decodePath("%C3%a4")).contains("ä");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%4", "%zz", "a%2", "%-1"})
  void aPercentSignNeedsTwoDigits(String raw) {
    assertThat(PercentEncoding.decodePath(raw)).isEmpty();
  }

  @Test
  void onlyWhatMayNotStandInAPathIsEncoded() {
    assertThat(PercentEncoding.encodePath("/a%2Fb/{\u00e4}\"~!$&'()*+,;=:@[]"))
        .isEqualTo("/a%2Fb/%7B%E4%7D%22~!$&'()*+,;=:@[]");
  }
}
