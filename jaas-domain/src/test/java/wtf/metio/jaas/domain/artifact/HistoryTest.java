// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(5);
  private static final Revision A = revision("a");
  private static final Revision B = revision("b");
  private static final Revision C = revision("c");

  @Test
  void currentRevisionAnnouncedAgainChangesNothing() {
    var once = History.EMPTY.announced(A, START);
    assertThat(once.announced(A, minute(1))).isEqualTo(once);
  }

  @Test
  void revisionIsListedOnceHoweverOftenItReturns() {
    var history =
        History.EMPTY
            .announced(A, START)
            .announced(B, minute(1))
            .announced(A, minute(2))
            .announced(B, minute(3));
    assertThat(revisions(history.listed(50))).containsExactly(B, A);
  }

  @Test
  void pushedOutRevisionStaysForItsGrace() {
    var history = History.EMPTY.announced(A, START).announced(B, minute(60));
    assertThat(history.expired(1, GRACE, minute(64))).isEmpty();
    assertThat(revisions(history.expired(1, GRACE, minute(65)))).containsExactly(A);
    assertThat(history.nextExpiry(1, GRACE)).contains(minute(65));
  }

  // S-3
  @Test
  void newerRevisionHasItsGraceWhenAnOlderOneReturns() {
    var history =
        History.EMPTY.announced(A, START).announced(B, minute(60)).announced(A, minute(120));
    assertThat(history.expired(1, GRACE, minute(124))).isEmpty();
    assertThat(revisions(history.expired(1, GRACE, minute(125)))).containsExactly(B);
  }

  // S-4
  @Test
  void everythingThatIsListedStays() {
    var history = History.EMPTY.announced(A, START).announced(B, minute(1)).announced(C, minute(2));
    for (int again = 0; again < 10; again++) {
      history = history.announced(C, minute(100 + again));
      assertThat(revisions(history.listed(2))).containsExactly(C, B);
      assertThat(revisions(history.expired(2, GRACE, minute(1000)))).containsExactly(A);
    }
  }

  @Test
  void withoutGraceARevisionGoesAtOnce() {
    var history = History.EMPTY.announced(A, START).announced(B, minute(1));
    assertThat(revisions(history.expired(1, Duration.ZERO, minute(1)))).containsExactly(A);
  }

  @Test
  void largerHistoryTakesBackWhatIsNotRemovedYet() {
    var history = History.EMPTY.announced(A, START).announced(B, minute(1));
    assertThat(history.expired(2, GRACE, minute(1000))).isEmpty();
    assertThat(revisions(history.listed(2))).containsExactly(B, A);
  }

  @Test
  void whatTheStoreLostIsForgottenAndWhatItHasBesidesGetsItsGrace() {
    var history =
        History.EMPTY
            .announced(A, START)
            .announced(B, minute(1))
            .reconciled(Set.of(B, C), minute(10));
    assertThat(revisions(history.revisions())).containsExactly(B, C);
    assertThat(history.expired(1, GRACE, minute(14))).isEmpty();
    assertThat(revisions(history.expired(1, GRACE, minute(15)))).containsExactly(C);
  }

  @Test
  void removedRevisionsAreForgotten() {
    var history = History.EMPTY.announced(A, START).announced(B, minute(1));
    assertThat(revisions(history.without(history.expired(1, GRACE, minute(6))).revisions()))
        .containsExactly(B);
  }

  private static Instant minute(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static Revision revision(String content) {
    return Revision.ofText(content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Revision> revisions(List<Published> published) {
    return published.stream().map(Published::revision).toList();
  }
}
