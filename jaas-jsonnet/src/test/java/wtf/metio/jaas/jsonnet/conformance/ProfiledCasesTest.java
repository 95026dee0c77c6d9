// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A program that is watched does what it does when nobody looks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfiledCasesTest {

  private final EngineUnderTest alone =
      new EngineUnderTest(ReferenceNatives.all(), EngineUnderTest.DEADLINE);
  private final EngineUnderTest watched = EngineUnderTest.watched(ReferenceNatives.all());
  private List<ReferenceCase> cases = List.of();
  private ReferenceFiles files = new ReferenceFiles(Path.of("."), List.of());

  @BeforeAll
  void findCases() {
    var reference = Peers.casesOfTheReference();
    files = new ReferenceFiles(reference, List.of());
    cases = ReferenceCase.in(reference);
  }

  @AfterAll
  void stop() {
    alone.close();
    watched.close();
  }

  @Test
  void everyCaseEndsAsItDoesWithoutAProfile() {
    var differing =
        cases.stream()
            .filter(
                c ->
                    !watched
                        .outcome(c.question(), files)
                        .equals(alone.outcome(c.question(), files)))
            .map(ReferenceCase::name)
            .toList();

    assertThat(cases).hasSizeGreaterThanOrEqualTo(718);
    assertThat(differing).isEmpty();
  }

  @Test
  void everyTraceIsThatWithoutAProfile() {
    var differing =
        cases.stream()
            .filter(c -> c.expected() instanceof Answer.Failed)
            .filter(
                c -> !watched.trace(c.question(), files).equals(alone.trace(c.question(), files)))
            .map(ReferenceCase::name)
            .toList();

    assertThat(differing).isEmpty();
  }
}
