// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Results of mathematical functions, to the last bit, as recorded from the reference. */
class RecordedMathTest {

  private static final int RECORDED = 49_442;
  private static final int BATCH = 500;
  private static final Set<String> OF_TWO = Set.of("pow", "hypot", "atan2", "modulo");

  @Test
  void everyRecordedResultIsTheSame() {
    var lines = RecordedCall.lines("/wtf/metio/jaas/jsonnet/math/reference.txt.gz");
    var differences = new ArrayList<String>();
    try (var engine = new EngineUnderTest()) {
      for (var from = 0; from < lines.size(); from += BATCH) {
        var batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
        differences.addAll(differences(engine, batch));
      }
    }
    Report.write("failing-math.txt", differences);

    assertThat(lines).hasSize(RECORDED);
    assertThat(differences).isEmpty();
  }

  private static List<String> differences(EngineUnderTest engine, List<String> batch) {
    var program =
        batch.stream().map(RecordedMathTest::call).collect(Collectors.joining(",", "[", "]"));
    if (!(engine.ask(Question.snippet(program)) instanceof Answer.Text(String bytes))) {
      return List.of("a batch fails that begins with " + batch.getFirst());
    }
    var results = bytes.lines().skip(1).map(line -> line.replace(",", "").strip()).toList();
    var differences = new ArrayList<String>();
    for (var i = 0; i < batch.size(); i++) {
      if (!batch.get(i).endsWith(" " + results.get(i))) {
        differences.add(batch.get(i) + " but got " + results.get(i));
      }
    }
    return differences;
  }

  private static String call(String line) {
    var words = line.split(" ");
    var arguments = OF_TWO.contains(words[0]) ? words[1] + ", " + words[2] : words[1];
    return "std." + words[0] + "(" + arguments + ")";
  }
}
