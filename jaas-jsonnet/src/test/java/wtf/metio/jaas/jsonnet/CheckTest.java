// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;

class CheckTest {

  private static final Engine ENGINE = new Engine(List.of());

  private static Optional<Failure> check(String program) {
    var job =
        Job.of(
            "x.libsonnet",
            program.getBytes(StandardCharsets.UTF_8),
            (_, path) -> {
              throw new AssertionError(path + " is imported");
            });
    return ENGINE.check(job);
  }

  @Test
  void aProgramIsRightWhateverItDoesWhenItRuns() {
    assertThat(check("{ a: 1 + 'x', b:: error 'no', c: import 'other.libsonnet' }")).isEmpty();
  }

  @Test
  void aTextThatIsNoProgramIsToldWithThePlace() {
    assertThat(check("{\n  a: 1 2\n}"))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.SYNTAX);
              assertThat(failure.message()).startsWith("x.libsonnet:2:");
            });
  }

  @Test
  void aVariableThatNobodyDefinesIsToldWithThePlace() {
    assertThat(check("{\n  a: b\n}"))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(FailureKind.SYNTAX);
              assertThat(failure.message()).startsWith("x.libsonnet:2:6-7 Unknown variable: b");
            });
  }
}
