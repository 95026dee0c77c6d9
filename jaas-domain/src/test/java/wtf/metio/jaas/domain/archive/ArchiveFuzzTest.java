// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Archives with random damage: reading one ends with an outcome, never with an exception, and never
 * hands on more than the limits say.
 *
 * <p>{@code -Dproof.seed} says where to begin, {@code -Dproof.fuzz.minutes} how long in the long
 * run.
 */
class ArchiveFuzzTest {

  private static final long SEED = Long.getLong("proof.seed", 20_260_101L);
  private static final int MINUTES = Integer.getInteger("proof.fuzz.minutes", 20);
  private static final ArchiveLimits LIMITS = new ArchiveLimits(20_000, 200_000, 3000, 2000);

  @Test
  void damagedArchivesEndWithAnOutcome() {
    for (long seed = SEED; seed < SEED + 20_000; seed++) {
      check(seed);
    }
  }

  @Test
  @Tag("long")
  void damagedArchivesEndWithAnOutcomeForMinutes() {
    var end = Instant.now().plus(Duration.ofMinutes(MINUTES));
    long seed = SEED;
    while (Instant.now().isBefore(end)) {
      check(seed++);
    }
    System.out.printf("archives: %d from seed %d%n", seed - SEED, SEED);
  }

  private static void check(long seed) {
    var archive = archive(new Random(seed));
    var taken = new ByteArrayOutputStream();
    assertThatCode(
            () -> {
              new ArchiveReader(LIMITS)
                  .read(
                      new ByteArrayInputStream(archive),
                      Subtree.ALL,
                      (name, content) -> content.transferTo(taken));
              if (taken.size() > LIMITS.kept()) {
                throw new AssertionError("more than the limit: " + taken.size());
              }
            })
        .as("seed %d", seed)
        .doesNotThrowAnyException();
  }

  private static byte[] archive(Random random) {
    var tar = damaged(tar(random), random, random.nextInt(4));
    var compressed = RawTar.gzip(tar);
    return random.nextInt(4) == 0 ? damaged(compressed, random, 1 + random.nextInt(3)) : compressed;
  }

  private static byte[] tar(Random random) {
    var tar = new RawTar();
    for (int i = random.nextInt(5); i >= 0; i--) {
      var content = "c".repeat(random.nextInt(1500));
      switch (random.nextInt(6)) {
        case 0 -> tar.pax("path=p" + i, "size=" + random.nextInt(-5, 3000));
        case 1 -> tar.member("LKxgS17\0".charAt(random.nextInt(8)), "m" + i, content);
        case 2 -> tar.file("n".repeat(random.nextInt(100)), content);
        default -> tar.file("f" + i, content);
      }
    }
    return random.nextBoolean() ? tar.end().bytes() : tar.bytes();
  }

  private static byte[] damaged(byte[] bytes, Random random, int times) {
    var damaged = bytes.clone();
    for (int i = 0; i < times && damaged.length > 0; i++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(3)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        default -> damaged = Arrays.copyOf(damaged, at);
      }
    }
    return damaged;
  }
}
