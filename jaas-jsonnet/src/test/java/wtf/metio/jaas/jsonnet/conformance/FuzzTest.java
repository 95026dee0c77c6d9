// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.jsonnet.conformance.generated.HostileTexts;
import wtf.metio.jaas.jsonnet.conformance.generated.Mutations;

/**
 * Whatever text it is given, the engine ends in time and with a value or a failure of its own.
 *
 * <p>{@code -Dproof.fuzz.texts} says how many texts, {@code -Dproof.fuzz.minutes} how long in the
 * long run, {@code -Dproof.seed} where to begin. A finding is made small and kept beside the
 * others.
 */
class FuzzTest {

  private static final int TEXTS = Integer.getInteger("proof.fuzz.texts", 1_500);
  private static final int MINUTES = Integer.getInteger("proof.fuzz.minutes", 5);
  private static final long SEED = Long.getLong("proof.seed", 20_260_101L);
  private static final Duration DEADLINE = Duration.ofMillis(300);
  private static final Duration SHRINKING = Duration.ofSeconds(60);
  private static final Path FINDINGS = Path.of("src/test/resources/conformance/fuzz");
  private static final int MAX_FINDINGS = 40;

  private final List<String> corpus = corpus();

  @Test
  void whatOnceBrokeTheEngineEndsWell() throws IOException {
    var broken = new ArrayList<String>();
    try (var engine = engine();
        var files = Files.list(FINDINGS)) {
      for (var file : files.filter(f -> f.toString().endsWith(".jsonnet")).sorted().toList()) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (engine.ask(question(text)) instanceof Answer.Gone(String why)) {
          broken.add(file.getFileName() + ": " + why);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void hostileTextsEndWell() {
    assertThat(findings(SEED, TEXTS, Instant.MAX)).isEmpty();
  }

  @Test
  @Tag("long")
  void hostileTextsEndWellForALongTime() {
    var end = Instant.now().plus(Duration.ofMinutes(MINUTES));

    assertThat(findings(SEED + TEXTS, Integer.MAX_VALUE, end)).isEmpty();
  }

  private List<String> findings(long first, int count, Instant end) {
    var findings = new ArrayList<String>();
    var seed = first;
    try (var engine = engine()) {
      for (; seed < first + count && Instant.now().isBefore(end); seed++) {
        var text = HostileTexts.of(seed, corpus);
        if (engine.ask(question(text)) instanceof Answer.Gone(String why)) {
          findings.add("seed " + seed + ": " + why);
          keep(seed, smallest(engine, text));
        }
        if (findings.size() >= MAX_FINDINGS) {
          break;
        }
      }
    }
    System.out.printf(
        "fuzzing, seed %d: %d texts, %d findings%n", first, seed - first, findings.size());
    Report.write("failing-fuzz.txt", findings);
    return findings;
  }

  /** The same in fewer words; a text that hangs takes long to try, so there is a time for it. */
  private static String smallest(EngineUnderTest engine, String text) {
    var end = Instant.now().plus(SHRINKING);
    return Mutations.shrunk(
        text, shorter -> Instant.now().isBefore(end) && breaks(engine, shorter));
  }

  private static boolean breaks(EngineUnderTest engine, String text) {
    return engine.ask(question(text)) instanceof Answer.Gone;
  }

  private static void keep(long seed, String text) {
    try {
      Files.createDirectories(FINDINGS);
      Files.writeString(
          FINDINGS.resolve("seed-" + seed + ".jsonnet"), text, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EngineUnderTest engine() {
    return new EngineUnderTest(List.of(), DEADLINE);
  }

  private static Question question(String bytes) {
    return Question.snippet("").withSource(bytes);
  }

  private static List<String> corpus() {
    return RecordedCall.all().stream().map(call -> Question.bytesOf(call.code())).toList();
  }
}
