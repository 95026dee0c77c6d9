// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.evaluator.Turns;
import wtf.metio.jaas.evaluator.memory.HeapGuard;
import wtf.metio.jaas.jsonnet.Engine;

class JsonnetSyntaxTest {

  private static final int DEEP = 3_000;
  private static final int TOO_DEEP = 100_000;

  private static Optional<String> flaw(Map<String, String> files) {
    return new JsonnetEngine(new Engine(List.of()), new HeapGuard(), new Turns(1))
        .syntax()
        .flaw(FileSet.ofTexts(files));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void ofSeveralFilesTheFirstOneIsTold() {
    assertThat(flaw(Map.of("a.libsonnet", "{}", "b/c.jsonnet", "{ ", "d.libsonnet", "[")))
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("b/c.jsonnet:1:"));
  }

  @Test
  void otherFilesNeedNotBePrograms() {
    assertThat(flaw(Map.of("a.json", "{ ", "b.txt", "no", "c.LIBSONNET.md", "["))).isEmpty();
  }

  @Test
  void filesImportEachOtherUnread() {
    assertThat(flaw(Map.of("a.libsonnet", "import 'none.libsonnet'"))).isEmpty();
  }

  @Test
  void deepProgramsAreReadAsDeepAsTheyAreEvaluated() {
    assertThat(flaw(Map.of("a.libsonnet", nested(DEEP)))).isEmpty();
  }

  @Test
  void whatNobodyCouldReadIsNotCalledWrong() {
    assertThat(flaw(Map.of("a.libsonnet", nested(TOO_DEEP)))).isEmpty();
  }
}
