// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every function and every operator over a pool of values, as recorded from the reference. */
class RecordedCallsTest {

  private static final int RECORDED = 11_634;

  private final List<RecordedCall> calls = RecordedCall.all();

  @Test
  void everyRecordedCallEndsAsInTheReference() {
    var deviations = Deviations.fromCalls();
    var differences = new ArrayList<String>();
    try (var engine = new EngineUnderTest()) {
      for (var call : calls) {
        var ours = engine.ask(Question.snippet(call.code()));
        if (agree(call.expected(), ours) == deviations.containsKey(call.code())) {
          differences.add(line(call, ours));
        }
      }
    }
    Report.write("failing-calls.txt", differences);
    System.out.printf("recorded calls: %d of %d agree%n", RECORDED - differences.size(), RECORDED);

    assertThat(differences).isEmpty();
  }

  @Test
  void theRecordIsWhatTheReferenceSays() {
    var differences = new ArrayList<String>();
    try (var reference = new Reference(Peers.lineServer(), Reference.PATIENCE)) {
      for (var call : calls) {
        var theirs = reference.ask(Question.snippet(call.code()));
        if (!agree(call.expected(), theirs)) {
          differences.add(line(call, theirs));
        }
      }
    }

    assertThat(calls).hasSize(RECORDED);
    assertThat(differences).isEmpty();
  }

  @Test
  void everyDeviationIsOfARecordedCallAndHasAReason() {
    var deviations = Deviations.fromCalls();

    assertThat(calls.stream().map(RecordedCall::code)).containsAll(deviations.keySet());
    assertThat(deviations.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }

  private static boolean agree(Answer expected, Answer given) {
    return expected instanceof Answer.Failed failed
        ? given instanceof Answer.Failed other && other.firstLine().equals(failed.firstLine())
        : given.equals(expected);
  }

  private static String line(RecordedCall call, Answer given) {
    return call.code()
        + "\n  expected "
        + call.expected().shown()
        + "\n  but got  "
        + given.shown();
  }
}
