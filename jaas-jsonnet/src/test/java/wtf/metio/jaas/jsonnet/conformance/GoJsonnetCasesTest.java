// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** go-jsonnet's own cases: output byte for byte, errors by their first line. */
@TestInstance(Lifecycle.PER_CLASS)
class GoJsonnetCasesTest {

  /** How many cases agree; only ever raised. */
  private static final int AGREEING = 717;

  /**
   * How many traces agree, of those that name no frame inside the standard library. Where others
   * differ, ours points at the clause or field that is wrong and not at the whole comprehension or
   * object, or names a function that the reference calls anonymous.
   */
  private static final int AGREEING_TRACES = 178;

  private static final int MAX_DEVIATIONS = 7;

  private final EngineUnderTest engine =
      new EngineUnderTest(ReferenceNatives.all(), EngineUnderTest.DEADLINE);
  private Map<String, String> deviations = Map.of();
  private List<ReferenceCase> cases = List.of();
  private ReferenceFiles files = new ReferenceFiles(Path.of("."), List.of());

  @BeforeAll
  void findCases() {
    var reference = Peers.casesOfTheReference();
    files = new ReferenceFiles(reference, List.of());
    cases = ReferenceCase.in(reference);
    deviations = Deviations.fromCases();
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAsInTheReference() {
    return cases.stream()
        .filter(c -> !deviations.containsKey(c.name()))
        .map(c -> DynamicTest.dynamicTest(c.name(), () -> assertThat(difference(c)).isEmpty()));
  }

  @Test
  void asManyCasesAgreeAsEver() {
    var failing =
        cases.stream()
            .filter(c -> !difference(c).isEmpty())
            .map(c -> c.name() + "\n  " + difference(c))
            .toList();
    Report.write("failing-cases.txt", failing);
    var agreeing = cases.size() - failing.size();
    System.out.printf("go-jsonnet's own cases: %d of %d agree%n", agreeing, cases.size());

    assertThat(cases).hasSizeGreaterThanOrEqualTo(718);
    assertThat(agreeing).isGreaterThanOrEqualTo(AGREEING);
  }

  @Test
  void asManyTracesAgreeAsEver() {
    var comparable =
        cases.stream()
            .filter(
                c ->
                    c.expected() instanceof Answer.Failed(String message)
                        && message.startsWith("RUNTIME ERROR: ")
                        && !message.contains("<std>"))
            .toList();
    var failing =
        comparable.stream()
            .filter(c -> !c.hasTrace(engine.trace(c.question(), files)))
            .map(c -> c.name() + "\n  " + c.trace() + "\n  " + engine.trace(c.question(), files))
            .toList();
    Report.write("failing-traces.txt", failing);
    var agreeing = comparable.size() - failing.size();
    System.out.printf("traces: %d of %d agree%n", agreeing, comparable.size());

    assertThat(comparable).hasSizeGreaterThan(150);
    assertThat(agreeing).isGreaterThanOrEqualTo(AGREEING_TRACES);
  }

  @Test
  void deviationsAreFewHaveAReasonAndAreStillNeeded() {
    var agreeing = new TreeMap<String, String>();
    cases.stream()
        .filter(c -> deviations.containsKey(c.name()) && difference(c).isEmpty())
        .forEach(c -> agreeing.put(c.name(), "agrees with the reference"));

    assertThat(deviations).hasSizeLessThanOrEqualTo(MAX_DEVIATIONS);
    assertThat(deviations.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    assertThat(cases.stream().map(ReferenceCase::name)).containsAll(deviations.keySet());
    assertThat(agreeing).isEmpty();
  }

  /** How our answer differs; empty if it does not. */
  private String difference(ReferenceCase c) {
    var ours = engine.outcome(c.question(), files);
    var agree =
        c.expected() instanceof Answer.Failed expected
            ? ours instanceof Answer.Failed failed
                && failed.firstLine().equals(expected.firstLine())
            : ours.equals(c.expected());
    return agree ? "" : "expected " + c.expected().shown() + " but got " + ours.shown();
  }
}
