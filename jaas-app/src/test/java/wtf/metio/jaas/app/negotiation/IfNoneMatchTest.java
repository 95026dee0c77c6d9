// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

  private static final String PLAIN = "\"abc\"";
  private static final String OTHER = "\"abc-gzip\"";

  private static List<String> known(String... fields) {
    return IfNoneMatch.of(List.of(fields)).known(PLAIN, OTHER).stream().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc\"",
        "W/\"abc\"",
        " \"abc\" ",
        "\"x\", \"abc\"",
        "\"x\",W/\"abc\",\"y\"",
        "\"a,b\", \"abc\"",
        "\"\", \"abc\"",
        ", ,\"abc\",",
        "\"abc-gzip\", \"abc\"",
        "*"
      })
  void theFormThatWouldBeSentIsKnown(String field) {
    assertThat(known(field)).containsExactly(PLAIN);
  }

  @Test
  void anotherFormOfTheSameIsKnownUnderItsOwnTag() {
    assertThat(known("\"abc-gzip\"")).containsExactly(OTHER);
    assertThat(known("W/\"abc-gzip\", \"x\"")).containsExactly(OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "\"abc",
        "abc\"",
        "w/\"abc\"",
        "\"ABC\"",
        "\"abcd\"",
        "\"x\" \"abc\"",
        "nonsense, \"abc\"",
        "\"x\", *",
        "**"
      })
  void anythingElseIsNot(String field) {
    assertThat(known(field)).isEmpty();
  }

  @Test
  void severalFieldsAreOne() {
    assertThat(known("\"x\"", "\"abc\"")).containsExactly(PLAIN);
    assertThat(known()).isEmpty();
  }
}
