// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final Spot SPOT = new Spot("main.jsonnet", 2, 9);

  @Test
  void aFunctionThatIsComputedAgainAndAgainIsNamed() {
    assertThat(hints(called(Kind.FUNCTION, 100_001)))
        .containsExactly(
            "`fib` at main.jsonnet:2:9 is called 100,001 times. A function is computed anew for"
                + " every call: bind what repeats to a local.");
    assertThat(hints(called(Kind.FUNCTION, 100_000))).isEmpty();
    assertThat(hints(called(Kind.STANDARD, 200_000))).isEmpty();
  }

  private static Entry called(Kind kind, long calls) {
    return new Entry(kind, "fib", SPOT, calls, 1, 1, 1, 1);
  }

  @Test
  void aSumThatIsCopiedAgainAndAgainIsNamed() {
    assertThat(hints(new Growth(SPOT, 1_000_000)))
        .singleElement()
        .asString()
        .contains("main.jsonnet:2:9", "1,000,000 elements or characters were copied");
    assertThat(hints(new Growth(SPOT, 999_999))).isEmpty();
  }

  @Test
  void aLargeFileThatIsParsedForLittleIsNamed() {
    assertThat(hints(file(100_000, 5_000_000, 4)))
        .containsExactly(
            "`big.libsonnet` took 5.00 ms to parse, and 4 of its 100 functions and computed fields"
                + " ran. Import only the part that is needed.");
    assertThat(hints(file(99_999, 5_000_000, 4))).isEmpty();
    assertThat(hints(file(100_000, 4_999_999, 4))).isEmpty();
    assertThat(hints(file(100_000, 5_000_000, 5))).isEmpty();
  }

  private static FileUse file(long bytes, long parseNanos, int used) {
    return new FileUse("big.libsonnet", bytes, 1, 0, parseNanos, 0, 0, 100, used);
  }

  private static List<String> hints(Entry entry) {
    return hints(List.of(entry), List.of(), List.of());
  }

  private static List<String> hints(Growth growth) {
    return hints(List.of(), List.of(growth), List.of());
  }

  private static List<String> hints(FileUse file) {
    return hints(List.of(), List.of(), List.of(file));
  }

  private static List<String> hints(
      List<Entry> entries, List<Growth> growths, List<FileUse> files) {
    var all = new ArrayList<>(entries);
    all.add(new Entry(Kind.OUTPUT, "output", null, 1, 100_000_000, 100_000_000, 1, 1));
    var costs = new Costs(100_000_000, 1, 1, 1, 1, 1);
    return Hints.of(
        new Profile("main.jsonnet", "rendered", costs, all, files, List.of(), growths, List.of()));
  }
}
