// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import wtf.metio.jaas.jsonnet.conformance.Question.Given;
import wtf.metio.jaas.jsonnet.conformance.Question.GivenKind;
import wtf.metio.jaas.jsonnet.conformance.generated.GeneratedProgram;
import wtf.metio.jaas.jsonnet.conformance.generated.Mutations;
import wtf.metio.jaas.jsonnet.conformance.generated.Programs;

/**
 * Programs made by chance, asked of both sides.
 *
 * <p>{@code -Dproof.programs} says how many, {@code -Dproof.seed} the seed of the first; the next
 * one has the next seed.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DifferentialTest {

  private static final int PROGRAMS = Integer.getInteger("proof.programs", 2_000);
  private static final long SEED = Long.getLong("proof.seed", 20_260_101L);

  /** Arguments of a strict tail call come in any order; the rarer one once in about ten times. */
  private static final int ASKED_AGAIN = 200;

  private static final int MANY = 100_000;

  /** So many differences are made small and shown; the rest is counted. */
  private static final int SHOWN = Integer.getInteger("proof.shown", 25);

  /** Longer cases of the reference make poor material: slips in them are all alike. */
  private static final int MAX_CORPUS_TEXT = 1_500;

  private final ExecutorService besides = Executors.newSingleThreadExecutor();
  private @Nullable Reference reference;
  private @Nullable EngineUnderTest engine;

  @BeforeAll
  void start() {
    reference = new Reference(Peers.lineServer(), Reference.PATIENCE);
    engine = new EngineUnderTest();
  }

  @AfterAll
  void stop() {
    if (reference != null) {
      reference.close();
    }
    if (engine != null) {
      engine.close();
    }
    besides.shutdownNow();
  }

  @Test
  void generatedProgramsMeanTheSame() {
    assertThat(generated("generated", SEED, PROGRAMS)).isEmpty();
  }

  @Test
  @Tag("long")
  void manyGeneratedProgramsMeanTheSame() {
    assertThat(generated("generated-long", SEED + MANY, MANY)).isEmpty();
  }

  @Test
  void programsWithSlipsFailInTheSamePlaceWithTheSameWords() {
    assertThat(slipped("slips", SEED, PROGRAMS / 2)).isEmpty();
  }

  @Test
  @Tag("long")
  void manyProgramsWithSlipsFailInTheSamePlaceWithTheSameWords() {
    assertThat(slipped("slips-long", SEED + MANY, MANY / 2)).isEmpty();
  }

  private List<String> generated(String name, long seed, int count) {
    return differences(name, seed, count, n -> question(Programs.of(n)), this::smaller);
  }

  private List<String> slipped(String name, long seed, int count) {
    var corpus =
        ReferenceCase.in(Peers.casesOfTheReference()).stream()
            .map(c -> c.question().source())
            .filter(text -> text.length() < MAX_CORPUS_TEXT && !text.contains("import"))
            .toList();
    return differences(
        name,
        seed,
        count,
        n -> snippet(Mutations.of(n, corpus)),
        (n, differs) ->
            snippet(
                Mutations.shrunk(Mutations.of(n, corpus), text -> differs.test(snippet(text)))));
  }

  private static Question snippet(String bytes) {
    return Question.snippet("").withSource(bytes);
  }

  /** Makes the program of a seed smaller for as long as the two sides differ on it. */
  private interface Smaller {
    Question of(long seed, Predicate<Question> differs);
  }

  private Question smaller(long seed, Predicate<Question> differs) {
    var program = Programs.of(seed);
    var smallest = program.main().shrunk(main -> differs.test(question(program.with(main))));
    return question(program.with(smallest));
  }

  private List<String> differences(
      String name, long first, int count, LongFunction<Question> questions, Smaller smaller) {
    var differences = new ArrayList<String>();
    var tally = new Tally();
    for (var seed = first; seed < first + count; seed++) {
      var question = questions.apply(seed);
      var both = answers(question);
      tally.count(both);
      if (Comparison.difference(both.theirs(), both.ours()).isPresent()
          && !difference(question).isEmpty()) {
        var shown = differences.size() < SHOWN ? smallest(seed, smaller) : question;
        differences.add("seed " + seed + ": " + text(shown) + "\n  " + difference(shown));
      }
    }
    Report.write("failing-" + name + ".txt", differences);
    System.out.printf("%s, seed %d: %s, %d differ%n", name, first, tally, differences.size());
    return differences;
  }

  private Question smallest(long seed, Smaller smaller) {
    return smaller.of(seed, question -> !difference(question).isEmpty());
  }

  /**
   * How our answer differs; empty if it does not. The reference is asked again: which of two errors
   * it meets first is at times left to chance, and ours must be one of them.
   */
  private String difference(Question question) {
    var both = answers(question);
    var difference = Comparison.difference(both.theirs(), both.ours());
    for (var i = 0; i < ASKED_AGAIN && difference.isPresent(); i++) {
      var again = checked(reference).ask(question);
      difference = difference.flatMap(d -> Comparison.difference(again, both.ours()));
    }
    return difference.orElse("");
  }

  private Both answers(Question question) {
    var asked = CompletableFuture.supplyAsync(() -> checked(reference).ask(question), besides);
    var ours = checked(engine).ask(question);
    return new Both(asked.join(), ours);
  }

  private static <T> T checked(@Nullable T started) {
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  private static String text(Question question) {
    var files = question.files().isEmpty() ? "" : " with " + question.files();
    return question.form() + " " + Answer.oneLine(question.source()) + files;
  }

  private static Question question(GeneratedProgram program) {
    return new Question(
        Question.COMMAND_LINE,
        Question.bytesOf(program.main().text()),
        program.form(),
        Question.DEFAULT_STACK,
        List.of(
            new Given(GivenKind.EXT_STR, "s", "from outside"),
            new Given(GivenKind.EXT_CODE, "c", "{ a: 1, b:: [2] }"),
            new Given(GivenKind.TLA_STR, "t", "argument")),
        program.files());
  }

  /** Two answers to one question. */
  private record Both(Answer theirs, Answer ours) {}

  /** What became of the questions; says whether they are worth asking. */
  private static final class Tally {

    private int rendered;
    private int failed;
    private int excused;

    void count(Both both) {
      switch (both.theirs()) {
        case Answer.Text text -> rendered++;
        case Answer.Files files -> rendered++;
        case Answer.Failed error -> failed++;
        case Answer.Gone gone -> excused++;
      }
    }

    @Override
    public String toString() {
      return rendered + " rendered, " + failed + " failed, " + excused + " without an answer";
    }
  }
}
