// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static wtf.metio.jaas.domain.evaluation.EvaluationFixture.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.evaluator.caching.EditedFolders.Rewriting;

/** Whoever asks after a change sees it, whatever is kept and whoever else asks. */
@Timeout(120)
class FreshnessTest {

  private static final long SEED = 20_261_121;
  private static final int EDITS = 600;
  private static final int SLOW_EDITS = 30;

  /** By this clock every file is old enough for its stamp to be trusted, once it is written. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

  /** How soon a stamp is trusted by {@link #SOON}, instead of after two seconds. */
  private static final Duration TRUSTED_AFTER = Duration.ofMillis(100);

  private static final InstantSource SOON =
      InstantSource.offset(InstantSource.system(), Duration.ofSeconds(2).minus(TRUSTED_AFTER));

  @TempDir Path folder;

  private final CountingEngine engine = new CountingEngine(CachingFixture.jsonnet());
  private final CachingEvaluator evaluator = CachingFixture.evaluator(engine, 16, 1 << 20);

  @AfterEach
  void close() {
    evaluator.close();
  }

  private long value(EvaluationRequest request) {
    return Long.parseLong(output(evaluator.evaluate(request, Cancellation.NEVER)).strip());
  }

  @Test
  void theNextQuestionSeesAFileThatWasJustChanged() throws IOException {
    var folders = new EditedFolders(folder, Rewriting.IN_PLACE, SEED);
    var request = folders.request(InstantSource.system());
    for (int edit = 1; edit <= EDITS; edit++) {
      folders.change(edit);
      assertThat(value(request)).isEqualTo(edit);
      assertThat(value(request)).isEqualTo(edit);
    }
    assertThat(engine.count()).isEqualTo(EDITS);
  }

  @Test
  void theNextQuestionSeesAChangeOfAnOldFile() throws IOException {
    var folders = new EditedFolders(folder, Rewriting.IN_PLACE, SEED);
    var request = folders.request(LATER);
    for (int edit = 1; edit <= EDITS; edit++) {
      folders.tick();
      folders.change(edit);
      assertThat(value(request)).isEqualTo(edit);
      assertThat(value(request)).isEqualTo(edit);
    }
    assertThat(engine.count()).isEqualTo(EDITS);
  }

  @Test
  void soDoesEveryOneOfACrowdThatAsksAllTheTime() throws Exception {
    crowd(InstantSource.system(), Rewriting.IN_PLACE, edits -> edits < EDITS);
  }

  @Test
  void soDoesACrowdThatAsksForOldFiles() throws Exception {
    crowd(SOON, Rewriting.AT_ONCE, resting(edits -> edits < SLOW_EDITS));
  }

  @Test
  @Tag("long")
  @Timeout(900)
  void soDoesACrowdForTenMinutes() throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    crowd(SOON, Rewriting.AT_ONCE, resting(_ -> System.nanoTime() < end));
  }

  /** Whether so many edits are not yet enough. */
  private interface Patience {
    boolean lasts(long edits);
  }

  /** The same with enough time between two edits for the crowd to trust stamps. */
  private static Patience resting(Patience patience) {
    return edits -> {
      LockSupport.parkNanos(2 * TRUSTED_AFTER.toNanos());
      return patience.lasts(edits);
    };
  }

  private void crowd(InstantSource clock, Rewriting rewriting, Patience patience) throws Exception {
    var folders = new EditedFolders(folder, rewriting, SEED);
    var request = folders.request(clock);
    var begun = new AtomicLong();
    var done = new AtomicLong();
    var over = new AtomicBoolean();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var askers = new ArrayList<Future<Long>>();
      for (int i = 0; i < 6; i++) {
        Callable<Long> asker =
            () -> {
              long asked = 0;
              while (!over.get()) {
                long least = done.get();
                long seen = value(request);
                assertThat(seen).isBetween(least, begun.get());
                asked++;
              }
              return asked;
            };
        askers.add(crowd.submit(asker));
      }
      for (long edit = 1;
          patience.lasts(edit) && askers.stream().noneMatch(Future::isDone);
          edit++) {
        folders.tick();
        begun.set(edit);
        folders.change(edit);
        done.set(edit);
      }
      over.set(true);
      for (var asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
    assertThat(evaluator.results().hits()).isPositive();
  }
}
