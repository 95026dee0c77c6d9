// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects of so many layers that their fields are found by an index, made by chance. */
class DeepObjectsTest {

  private static final int PROGRAMS = 150;
  private static final long SEED = Long.getLong("proof.seed", 20_260_101L);

  /** A # is the number of the layer. */
  private static final List<String> LAYERS =
      List.of(
          "{ a: # }",
          "{ b:: #, c: 'c#' }",
          "{ a+: # }",
          "{ f::: [#] }",
          "{ f#: self.a, g#:: 1 }",
          "{ f+: ['+#'] }",
          "{ b: if 'b' in super then super.b + 1 else # }",
          "{ local x = self.a, h#: [x, 'c' in super] }",
          "{ [k]: k + # for k in ['c', 'd#'] }",
          "{ [k]+: # for k in ['d', 'a'] }",
          "{ assert std.isNumber(self.a) : 'a is no number', e: # }",
          "{ a: super.a }",
          "({ a: #, i#: # } + { a+: 1, j#:: super.i# })",
          "{ e:: super.e }");

  private static final List<String> QUESTIONS =
      List.of(
          "o",
          "std.objectFieldsAll(o)",
          "[std.objectHas(o, k) for k in ['a', 'b', 'c', 'd', 'e', 'f', 'f7', 'zz']]",
          "[k in o for k in ['a', 'b', 'c', 'd', 'e', 'f', 'f7', 'g7', 'zz']]",
          "std.length(o) + std.length(o { new: 1 })",
          "o + { last: [super.a, super.b, 'c' in super, self.f] }",
          "{ a: 0, first: 1 } + o",
          "std.objectRemoveKey(o, 'a') + { a+: 5 }",
          "local p = std.objectRemoveKey(std.objectRemoveKey(o, 'b'), 'c'); [p, p { c: 1 }, p + o]",
          "o == o + {} && o != o { b+::: 1 }");

  private final EngineUnderTest engine = new EngineUnderTest();
  private final Reference reference = new Reference(Peers.lineServer(), Reference.PATIENCE);

  @AfterEach
  void stop() {
    engine.close();
    reference.close();
  }

  @Test
  void meanWhatTheReferenceMakesOfThem() {
    var differences = new ArrayList<String>();
    int rendered = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      var question = Question.snippet(program(new Random(seed)));
      var theirs = reference.ask(question);
      rendered += theirs instanceof Answer.Text ? 1 : 0;
      Comparison.difference(theirs, engine.ask(question))
          .ifPresent(d -> differences.add(question.source() + "\n  " + d));
    }

    assertThat(differences).isEmpty();
    assertThat(rendered).isGreaterThan(PROGRAMS / 3);
  }

  private static String program(Random random) {
    int layers = 20 + random.nextInt(60);
    var object = new StringBuilder("{ a: 1, b: 2, e: 3 }");
    var binds = new StringBuilder();
    for (int i = 0; i < layers; i++) {
      object.append(" + ").append(pick(random, LAYERS).replace("#", Integer.toString(i)));
      if (random.nextInt(25) == 0) {
        // Some objects are looked at on the way, which gives them an index of their own.
        binds.append("local o").append(i).append(" = ").append(object).append("; ");
        binds.append("assert std.isNumber(o").append(i).append(".a); ");
        object = new StringBuilder("o" + i);
      }
      if (random.nextInt(60) == 0) {
        object.insert(0, "std.objectRemoveKey(").append(", 'c')");
      }
    }
    return binds + "local o = " + object + "; " + pick(random, QUESTIONS);
  }

  private static String pick(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
