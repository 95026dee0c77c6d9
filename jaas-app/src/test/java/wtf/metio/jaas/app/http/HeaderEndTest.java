// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderEndTest {

  private static boolean isFound(String... pieces) {
    var end = new HeaderEnd();
    for (var piece : pieces) {
      var bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
      end.lookAt(bytes, bytes.length);
    }
    return end.isFound();
  }

  @Test
  void anEmptyLineEndsAHeader() {
    assertThat(isFound("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).isTrue();
    assertThat(isFound("GET / HTTP/1.1\nHost: x\n\n")).isTrue();
    assertThat(isFound("GET / HTTP/1.1\r\n\r\nwhat follows")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET / HTTP/1.1", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nX:\r\n"})
  void whatHasNoneGoesOn(String header) {
    assertThat(isFound(header)).isFalse();
  }

  @Test
  void theEndMayComeInPieces() {
    assertThat(isFound("GET / HTTP/1.1\r", "\n", "\r", "\n")).isTrue();
    assertThat(isFound("GET / HTTP/1.1\r\n\r")).isFalse();
  }

  @Test
  void emptyLinesBeforeTheRequestDoNotCount() {
    assertThat(isFound("\r\n\r\nGET / HTTP/1.1\r\n")).isFalse();
  }
}
