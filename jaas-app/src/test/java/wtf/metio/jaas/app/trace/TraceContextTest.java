// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String SAMPLED = "00-" + TRACE + "-" + SPAN + "-01";

  private final RandomGenerator chance = new Random(7);

  private TraceContext context(String... parents) {
    return TraceContext.of(List.of(parents), List.of(), chance);
  }

  private TraceContext withStates(String... states) {
    return TraceContext.of(List.of(SAMPLED), List.of(states), chance);
  }

  @Test
  void aRequestContinuesTheTraceOfItsCallerInASpanOfItsOwn() {
    var context = context(SAMPLED);

    assertThat(context.traceId()).isEqualTo(TRACE);
    assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    assertThat(context.parent())
        .isEqualTo(new TraceParent(TRACE, SPAN, true, context.parent().state()));
  }

  @Test
  void withoutACallerATraceBegins() {
    var context = context();

    assertThat(context.traceId()).matches("[0-9a-f]{32}");
    assertThat(context.spanId()).matches("[0-9a-f]{16}");
    assertThat(context.parent()).isNull();
    assertThat(context().traceId()).isNotEqualTo(context.traceId());
  }

  @Test
  void noIdIsAllZero() {
    var zeros = TraceContext.of(List.of(), List.of(), () -> 0);

    assertThat(zeros.traceId()).isEqualTo("00000000000000010000000000000001");
    assertThat(zeros.spanId()).isEqualTo("0000000000000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "03", "ff"})
  void theLastBitSaysThatTheCallerRecords(String flags) {
    assertThat(context("00-" + TRACE + "-" + SPAN + "-" + flags).parent().sampled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "02", "fe"})
  void otherBitsDoNot(String flags) {
    assertThat(context("00-" + TRACE + "-" + SPAN + "-" + flags).parent().sampled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-" + TRACE + "-" + SPAN + "-01",
        "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-brings",
        "fe-" + TRACE + "-" + SPAN + "-01-",
      })
  void laterVersionsAreReadAsFarAsTheyAreKnown(String header) {
    assertThat(context(header).traceId()).isEqualTo(TRACE);
    assertThat(context(header).parent().spanId()).isEqualTo(SPAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-" + TRACE + "-" + SPAN,
        "00-" + TRACE + "-" + SPAN + "-",
        "00-" + TRACE + "-" + SPAN + "-1",
        "00-" + TRACE + "-" + SPAN + "-0x",
        "00-" + TRACE + "-" + SPAN + "-01-",
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "01-" + TRACE + "-" + SPAN + "-01more",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "0-" + TRACE + "-" + SPAN + "-01",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
        "00-" + TRACE + "-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-" + SPAN + "-01",
        "00_" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "_" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "_01",
        "00-4bf92f3577b34da6a3ce929d0e0e47é6-" + SPAN + "-01",
      })
  void whatIsMalformedIsIgnored(String header) {
    var context = context(header);

    assertThat(context.parent()).isNull();
    assertThat(context.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
  }

  @Test
  void twoCallersAreNone() {
    assertThat(context(SAMPLED, SAMPLED).parent()).isNull();
  }

  @Test
  void statesOfAllHeadersAreOneList() {
    var context = withStates("rojo=00f067aa0ba902b7 , ,\tcongo=t61rcWkgMzE\t", "", "1@a/_-*=a b!~");

    assertThat(context.parent().state())
        .containsExactly(
            Map.entry("rojo", "00f067aa0ba902b7"),
            Map.entry("congo", "t61rcWkgMzE"),
            Map.entry("1@a/_-*", "a b!~"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "=1",
        "a=",
        "A=1",
        "1a=1",
        "a=1,a=2",
        "a =1",
        "a=1=2",
        "a=é",
        "a@=1",
        "@a=1",
        "a@1=1",
        "a@abcdefghijklmno=1",
      })
  void aMalformedStateIsNoneAndTheCallerStays(String state) {
    assertThat(withStates("x=1", state).parent()).isNotNull();
    assertThat(withStates("x=1", state).parent().state()).isEmpty();
  }

  @Test
  void aStateHasThirtyTwoMembersAtTheMost() {
    var most =
        IntStream.range(0, 32).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));

    assertThat(withStates(most).parent().state()).hasSize(32);
    assertThat(withStates(most, "more=v").parent().state()).isEmpty();
  }

  @Test
  void keysAndValuesHaveALength() {
    assertThat(withStates("k".repeat(256) + "=" + "v".repeat(256)).parent().state()).hasSize(1);
    assertThat(withStates("k".repeat(257) + "=v").parent().state()).isEmpty();
    assertThat(withStates("k=" + "v".repeat(257)).parent().state()).isEmpty();
    assertThat(withStates("t".repeat(241) + "@" + "s".repeat(14) + "=v").parent().state())
        .hasSize(1);
    assertThat(withStates("t".repeat(242) + "@s=v").parent().state()).isEmpty();
  }

  @Test
  void theIdsAreOnLogLinesUntilTheScopeEnds() {
    var context = context(SAMPLED);

    try (var _ = context.onLogLines()) {
      assertThat(MDC.getCopyOfContextMap())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("trace-id", TRACE, "span-id", context.spanId()));
    }
    assertThat(MDC.get("trace-id")).isNull();
    assertThat(MDC.get("span-id")).isNull();
  }
}
