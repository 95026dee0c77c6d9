// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;

class WarmUpTest {

  @Test
  void itsProgramYieldsADocumentOfManyKinds() throws InterruptedException {
    assertThat(rendered())
        .isInstanceOfSatisfying(
            Outcome.Rendered.class,
            outcome ->
                assertThat(((Output.Text) outcome.output()).bytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"dashboards\"", "\"alerts\"", "\"manifests\"", "\"texts\"")
                    .hasSizeGreaterThan(50_000));
  }

  @Test
  void itTakesTheTimeItIsGiven() {
    var most = Duration.ofMillis(300);

    var time = timeOf(new WarmUp(most));

    assertThat(time).isBetween(most, most.plusSeconds(30));
  }

  @Test
  void withoutTimeItDoesNothing() {
    // The quickest of some: the machine may be busy with others.
    assertThat(Stream.generate(() -> timeOf(new WarmUp(Duration.ZERO))).limit(5))
        .anySatisfy(time -> assertThat(time).isLessThan(Duration.ofMillis(100)));
  }

  private static Duration timeOf(WarmUp warmUp) {
    long begin = System.nanoTime();
    warmUp.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static Outcome rendered() throws InterruptedException {
    var program = new WarmUpProgram();
    var outcome = new AtomicReference<Outcome>();
    Runnable render = () -> outcome.set(program.engine().evaluate(program.job(() -> false)));
    var stack = Engine.stackBytes(Limits.DEFAULT_MAX_STACK);
    var thread = new Thread(null, render, "render", stack);
    thread.start();
    thread.join();
    return outcome.get();
  }
}
