// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.std.StandardLibrary;

@Timeout(60)
class ProgramCacheTest {

  private static final long MEBIBYTE = 1 << 20;

  private final ProgramCache cache = new ProgramCache(StandardLibrary.INSTANCE, 8 * MEBIBYTE);

  private CompiledProgram program(String name, String text, Checkpoint checkpoint) {
    return cache.program(new SourceText(name, text.getBytes(UTF_8)), MEBIBYTE, checkpoint);
  }

  @Test
  void theSameTextUnderTheSameNameIsCompiledOnce() {
    var first = program("a", "{ x: 1 }", Checkpoint.NONE);

    assertThat(program("a", "{ x: 1 }", Checkpoint.NONE)).isSameAs(first);
    assertThat(program("b", "{ x: 1 }", Checkpoint.NONE)).isNotSameAs(first);
    assertThat(program("a", "{ x: 2 }", Checkpoint.NONE)).isNotSameAs(first);
    assertThat(cache.numbers().hits()).isEqualTo(1);
    assertThat(cache.numbers().misses()).isEqualTo(3);
    assertThat(cache.numbers().entries()).isEqualTo(3);
  }

  @Test
  void theSameBytesAreTheSameProgramUntilItIsEvicted() {
    var source = new SourceText("a", "{ x: 1 }".getBytes(UTF_8));
    var first = cache.program(source, MEBIBYTE, Checkpoint.NONE);

    assertThat(cache.program(source, MEBIBYTE, Checkpoint.NONE)).isSameAs(first);
    assertThat(cache.numbers().hits()).isEqualTo(1);
    // A program alone that is larger than the cache would evict nobody.
    for (int i = 0; i < 10_000 && cache.numbers().evictions() == 0; i++) {
      program("other" + i, "[" + "1,".repeat(1000) + "1]", Checkpoint.NONE);
    }
    assertThat(cache.numbers().evictions()).isPositive();
    assertThat(cache.program(source, MEBIBYTE, Checkpoint.NONE)).isNotSameAs(first);
  }

  @Test
  void withoutMemoryNothingIsKept() {
    var none = new ProgramCache(StandardLibrary.INSTANCE, 0);
    var source = new SourceText("a", "1".getBytes(UTF_8));

    assertThat(none.program(source, MEBIBYTE, Checkpoint.NONE))
        .isNotSameAs(none.program(source, MEBIBYTE, Checkpoint.NONE));
    assertThat(none.numbers()).isEqualTo(new ProgramCacheNumbers(0, 0, 0, 0, 0));
  }

  @Test
  void twoThatMissTheSameProgramShareOneCompilation() throws Exception {
    var compiling = new CountDownLatch(1);
    var waiting = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<CompiledProgram> leader =
          () ->
              program(
                  "a",
                  longText(),
                  () -> {
                    compiling.countDown();
                    await(waiting);
                  });
      var first = threads.submit(leader);
      compiling.await();
      Callable<CompiledProgram> follower = () -> program("a", longText(), waiting::countDown);

      assertThat(threads.submit(follower).get()).isSameAs(first.get());
    }
    assertThat(cache.numbers().entries()).isEqualTo(1);
  }

  @Test
  void oneThatHasToEndDoesNotEndTheOther() throws Exception {
    var compiling = new CountDownLatch(1);
    var waiting = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<CompiledProgram> leader =
          () ->
              program(
                  "a",
                  longText(),
                  () -> {
                    compiling.countDown();
                    await(waiting);
                    throw new JsonnetException(FailureKind.CANCELLED, "left");
                  });
      var first = threads.submit(leader);
      compiling.await();
      Callable<CompiledProgram> follower = () -> program("a", longText(), waiting::countDown);

      assertThat(threads.submit(follower).get()).isNotNull();
      assertThatThrownBy(first::get).hasCauseInstanceOf(JsonnetException.class);
    }
    assertThat(cache.numbers().entries()).isEqualTo(1);
  }

  @Test
  void whatIsNoProgramIsNoneEveryTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> program("a", "{", Checkpoint.NONE))
          .isInstanceOf(JsonnetException.class);
    }
    assertThat(cache.numbers().entries()).isZero();
  }

  @Test
  void programsOfOneHashAreToldApart() {
    var kept = new CompiledProgram[1 << 9];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = program("a", collision(i), Checkpoint.NONE);
    }
    for (int i = 0; i < kept.length; i++) {
      assertThat(program("a", collision(i), Checkpoint.NONE)).isSameAs(kept[i]);
    }
  }

  /** Texts that a polynomial hash cannot tell apart. */
  private static String collision(int number) {
    var text = new StringBuilder("'");
    for (int bit = 0; bit < 9; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.append('\'').toString();
  }

  /** Long enough that the compiler looks at its checkpoint. */
  private static String longText() {
    return "[" + "1,".repeat(100_000) + "1]";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
