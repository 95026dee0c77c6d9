// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final Spot SPOT = new Spot("main.jsonnet", 2, 9);

  @Test
  void aCallThatIsComputedAgainAndAgainIsNamed() {
    assertThat(hints(List.of(new CallPlace("fib", SPOT, 100_001)), List.of(), List.of()))
        .containsExactly(
            "`fib` is called 100,001 times at main.jsonnet:2:9. A function is computed anew for"
                + " every call: bind what repeats to a local.");
    assertThat(hints(List.of(new CallPlace("fib", SPOT, 100_000)), List.of(), List.of())).isEmpty();
    assertThat(hints(List.of(new CallPlace("std.length", SPOT, 200_000)), List.of(), List.of()))
        .isEmpty();
  }

  @Test
  void aSumThatIsCopiedAgainAndAgainIsNamed() {
    assertThat(hints(List.of(), List.of(new Growth(SPOT, 0, 1_000_000)), List.of()))
        .singleElement()
        .asString()
        .contains("main.jsonnet:2:9", "1,000,000 elements or characters were copied");
    assertThat(hints(List.of(), List.of(new Growth(SPOT, 0, 999_999)), List.of())).isEmpty();
  }

  @Test
  void anObjectOfManyLayersIsNamed() {
    assertThat(hints(List.of(), List.of(new Growth(SPOT, 1_000, 0)), List.of()))
        .singleElement()
        .asString()
        .contains("main.jsonnet:2:9", "an object of 1,000 layers");
    assertThat(hints(List.of(), List.of(new Growth(SPOT, 999, 0)), List.of())).isEmpty();
  }

  @Test
  void aLargeFileThatIsParsedForLittleIsNamed() {
    assertThat(hints(List.of(), List.of(), List.of(file(100_000, 5_000_000, 4))))
        .containsExactly(
            "`big.libsonnet` took 5.00 ms to parse, and 4 of its 100 functions and computed fields"
                + " ran. Import only the part that is needed.");
    assertThat(hints(List.of(), List.of(), List.of(file(99_999, 5_000_000, 4)))).isEmpty();
    assertThat(hints(List.of(), List.of(), List.of(file(100_000, 4_999_999, 4)))).isEmpty();
    assertThat(hints(List.of(), List.of(), List.of(file(100_000, 5_000_000, 5)))).isEmpty();
  }

  private static FileUse file(long bytes, long parseNanos, int used) {
    return new FileUse("big.libsonnet", bytes, 1, 0, parseNanos, 0, 0, 100, used);
  }

  private static List<String> hints(
      List<CallPlace> calls, List<Growth> growths, List<FileUse> files) {
    var whole = new Entry(Kind.OUTPUT, "output", null, 1, 100_000_000, 100_000_000, 1, 1);
    return Hints.of(
        new Profile(
            "main.jsonnet",
            "rendered",
            new Costs(100_000_000, 1, 1, 1, 1, 1),
            List.of(whole),
            files,
            calls,
            growths,
            List.of()));
  }
}
