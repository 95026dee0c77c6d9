// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.imports.Importer;
import wtf.metio.jaas.jsonnet.std.StandardLibrary;

/** Programs that want more than they say. */
@Timeout(60)
class HostileProgramTest {

  private static final long MEBIBYTE = 1 << 20;

  private final Asked asked = new Asked();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "std.strReplace(t, p + 'b', '')",
        "std.findSubstr(p + 'b', t)",
        "std.findSubstr(p, t)",
        "std.split(t, p + 'b')",
        "std.splitLimitR(t, p + 'b', -1)",
        "std.member(t, p + 'b')",
        "[std.startsWith(t, t2 + i) || t + i == t2 + i || t < t2 for i in std.range(1, 100000)]",
        "std.sort([[t, t2][i % 2] for i in std.range(1, 100000)])",
      })
  void aSearchThroughLongTextsEndsInTime(String search) {
    var texts =
        "local p = std.repeat('a', 5e6), t = std.repeat('a', 1e7), t2 = std.repeat('a', 1e7);";

    assertThat(kindAfter(Duration.ofMillis(300), texts + search)).isEqualTo(FailureKind.TIMEOUT);
  }

  @Test
  void aLongRowOfPrefixOperatorsIsReadOnce() {
    assertThat(kindAfter(Duration.ofMillis(400), "-".repeat(4 << 20) + "1"))
        .isEqualTo(FailureKind.LIMIT);
  }

  @Test
  void stringsPutTogetherLaterAreAskedForAgain() {
    render(
        "local big = std.repeat('x', 1048576), many = [big + i for i in std.range(1, 10)];"
            + " [std.type(s) for s in many] + [std.length(s) for s in many]");

    assertThat(asked.bytes).isGreaterThan(21 * MEBIBYTE);
  }

  @Test
  void arraysPutTogetherLaterAreAskedForAgain() {
    render(
        "local big = std.repeat([1], 262144), many = [big + [i] for i in std.range(1, 10)];"
            + " [std.type(a) for a in many] + [a[5] for a in many]");

    assertThat(asked.bytes).isGreaterThan(21 * MEBIBYTE);
  }

  @Test
  void objectsThatDoubleTheirLayersAreAskedFor() {
    render(
        "local twice(n, o) = if n == 0 then o else twice(n - 1, o + o) tailstrict;"
            + " twice(18, {a: 1}).a");

    assertThat(asked.bytes).isGreaterThan(4 * MEBIBYTE);
  }

  @Test
  void importedTextsAreAskedFor() {
    render("[std.type(importstr 'a'), std.type(importstr './a'), std.type(importstr '././a')]");

    assertThat(asked.bytes).isGreaterThanOrEqualTo(5 * MEBIBYTE);
  }

  @Test
  void theCacheHoldsNoMoreThanItMay() {
    var cache = new ProgramCache(StandardLibrary.INSTANCE, MEBIBYTE);
    for (int i = 0; i < 20; i++) {
      var text = "[" + "1,".repeat(2000) + i + "]";
      var source = new SourceText("x", bytes(text));
      cache.program(source, MEBIBYTE, () -> {});
    }

    assertThat(cache.numbers().bytes()).isBetween(MEBIBYTE / 2, MEBIBYTE);
  }

  private void render(String program) {
    assertThat(run(Duration.ofSeconds(30), program)).isInstanceOf(Outcome.Rendered.class);
  }

  private FailureKind kindAfter(Duration timeout, String program) {
    return ((Outcome.Failed) run(timeout, program)).failure().kind();
  }

  private Outcome run(Duration timeout, String program) {
    return new Engine(List.of())
        .evaluate(
            new Job(
                "main.jsonnet",
                "main.jsonnet",
                bytes(program),
                new OneFile(),
                Map.of(),
                Map.of(),
                new Limits(timeout, 500, 0, 16 * MEBIBYTE, 16 * MEBIBYTE),
                OutputForm.JSON,
                () -> false,
                asked,
                line -> {}));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Grants everything and counts. */
  private static final class Asked implements MemoryGuard {
    private long bytes;

    @Override
    public boolean mayGoOn() {
      return true;
    }

    @Override
    public boolean grants(long more) {
      bytes += more;
      return true;
    }
  }

  /** The same file, however its path is written. */
  private static final class OneFile implements Importer {
    @Override
    public Import load(String importedFrom, String path) {
      return new Import.Found("a", new byte[(int) MEBIBYTE]);
    }
  }
}
