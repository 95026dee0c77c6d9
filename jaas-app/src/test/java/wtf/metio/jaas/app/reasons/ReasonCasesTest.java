// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.app.SourceTree;
import wtf.metio.jaas.domain.condition.Reason;

class ReasonCasesTest {

  /** Known to alerts and dashboards, and given by nobody. */
  private static final Reason ONLY_A_NAME = Reason.SOURCE_REF_NOT_YET_SUPPORTED;

  @Test
  void everyReasonIsProvoked() {
    // A snippet is pending before anything is known of it: there is no cause, but a test.
    var provoked = EnumSet.of(Reason.PENDING);
    ReasonCases.ALL.forEach(reasonCase -> provoked.add(reasonCase.reason()));

    assertThat(EnumSet.complementOf(provoked)).containsExactly(ONLY_A_NAME);
  }

  @Test
  void noCodeGivesTheReasonThatIsOnlyAName() throws IOException {
    for (var module : SourceTree.modules()) {
      try (var files = Files.walk(module.resolve("src/main/java"))) {
        assertThat(files.filter(ReasonCasesTest::isCode).toList())
            .as(module.toString())
            .isNotEmpty()
            .allSatisfy(file -> assertThat(file).content().doesNotContain(ONLY_A_NAME.name()));
      }
    }
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("condition/Reason.java");
  }

  @Test
  void casesHaveNamesOfTheirOwn() {
    assertThat(ReasonCases.ALL).extracting(ReasonCase::toString).doesNotHaveDuplicates();
  }
}
