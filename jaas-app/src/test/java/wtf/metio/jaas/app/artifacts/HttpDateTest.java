// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  private static final Instant MOMENT = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void allThreeFormsAreRead(String text) {
    assertThat(HttpDate.read(text)).hasValue(MOMENT);
  }

  @Test
  void theFirstFormIsWritten() {
    assertThat(HttpDate.write(MOMENT)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "Sun, 06 Nov 1994 08:49:37 CET", "1994-11-06T08:49:37Z"})
  void anythingElseIsNoDate(String text) {
    assertThat(HttpDate.read(text)).isEmpty();
  }
}
