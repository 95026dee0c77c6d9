// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.History;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;

class RemainsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Revision OLD = revision("old");
  private static final Revision NEW = revision("new");
  private static final Remains.Retention KEEPING = new Remains.Retention(1, Duration.ofMinutes(5));
  private static final Ledger LEDGER =
      new Ledger("x", null, History.EMPTY.announced(OLD, NOON).announced(NEW, NOON));

  private static Revision revision(String text) {
    return Revision.ofText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Pass failed(Reason reason) {
    return new Pass.Failed(reason, "", Retry.SLOWLY);
  }

  @Test
  void beforeItsTimeNothingExpires() {
    var remains =
        Remains.after(failed(Reason.EVALUATION_FAILED), LEDGER, KEEPING, NOON.plusSeconds(299));
    assertThat(remains.ledger()).isEqualTo(LEDGER);
    assertThat(remains.expired()).isEmpty();
    assertThat(remains.nextWake()).hasValue(NOON.plusSeconds(300));
  }

  @Test
  void whatWasPushedOutGoesInTimeAlsoAfterAFailure() {
    var remains =
        Remains.after(failed(Reason.EVALUATION_FAILED), LEDGER, KEEPING, NOON.plusSeconds(300));
    assertThat(remains.expired()).containsExactly(OLD);
    assertThat(remains.ledger().history().revisions()).hasSize(1);
    assertThat(remains.nextWake()).isEmpty();
  }

  @Test
  void nothingGoesFromAStoreThatDoesNotWork() {
    var remains =
        Remains.after(
            failed(Reason.STORAGE_OPERATION_FAILED), LEDGER, KEEPING, NOON.plusSeconds(900));
    assertThat(remains.expired()).isEmpty();
    assertThat(remains.ledger()).isEqualTo(LEDGER);
  }

  @Test
  void aPassThatLookedIntoTheStoreIsBelieved() {
    var pass = new Pass.Suspended(LEDGER, List.of(OLD));
    var remains = Remains.after(pass, Ledger.EMPTY, KEEPING, NOON);
    assertThat(remains.ledger()).isEqualTo(LEDGER);
    assertThat(remains.expired()).containsExactly(OLD);
  }
}
