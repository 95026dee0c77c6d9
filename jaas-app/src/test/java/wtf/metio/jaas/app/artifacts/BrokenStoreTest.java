// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wtf.metio.jaas.app.artifacts.EndedDownload.Outcome;
import wtf.metio.jaas.domain.artifact.StoreProblem;

/** What clients are told about a store that fails. */
class BrokenStoreTest {

  private static final String PATH = "/team/x/sha256-" + "0".repeat(64) + ".tar.gz";

  @ParameterizedTest
  @CsvSource({
    "UNREACHABLE,502,bad gateway,STORE_UNREACHABLE",
    "BROKEN,500,storage error,STORE_FAILED",
    "DENIED,500,storage error,STORE_FAILED",
    "READ_ONLY,500,storage error,STORE_FAILED",
    "FULL,500,storage error,STORE_FAILED",
    "MISSING,404,404 page not found,NOT_FOUND"
  })
  void eachProblemHasItsStatus(StoreProblem problem, int status, String text, Outcome outcome)
      throws InterruptedException {
    for (int good : new int[] {-1, 0}) {
      try (var port = new ServingPort(new BrokenStore(problem, good))) {
        var answer = port.ask("GET", PATH);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text + "\n");
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(port.takeEnded().outcome()).isEqualTo(outcome);
      }
    }
  }

  @Test
  void answerThatCannotBeCompletedEndsItsConnection() throws InterruptedException {
    try (var port = new ServingPort(new BrokenStore(StoreProblem.UNREACHABLE, 100_000))) {
      var answer = port.ask("GET", PATH);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Length")).hasValue("1048576");
      assertThat(answer.body().length).isLessThanOrEqualTo(100_000);
      assertThat(port.takeEnded().outcome()).isEqualTo(Outcome.STORE_FAILED);
    }
  }
}
