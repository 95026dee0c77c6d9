// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.Map;
import wtf.metio.jaas.jsonnet.OutputForm;

/** Whole programs. */
public final class Programs {

  private static final String LIBRARY = "lib.libsonnet";
  private static final int MAX_DEPTH = 8;

  private final Dice dice;
  private final Expressions expressions;

  private Programs(Dice dice) {
    this.dice = dice;
    this.expressions = new Expressions(dice, dice.percent(75) ? 1 : 20);
  }

  /** The program of a seed. */
  public static GeneratedProgram of(long seed) {
    return new Programs(new Dice(seed)).program();
  }

  private GeneratedProgram program() {
    return switch (dice.below(20)) {
      case 0 -> withArgument();
      case 1 -> withLibrary();
      case 2 -> withLibraryText();
      case 3 -> inForm(OutputForm.STRING, expressions.of(Type.STR, Scope.EMPTY, depth()));
      case 4 ->
          inForm(
              dice.oneOf(OutputForm.MULTI, OutputForm.MULTI_STRING),
              expressions.of(Type.OBJ, Scope.EMPTY, depth()));
      case 5 -> inForm(OutputForm.STREAM, expressions.of(Type.ARR, Scope.EMPTY, depth()));
      case 6 -> inForm(OutputForm.JSON, expressions.document());
      case 7, 8, 9 -> inForm(OutputForm.JSON, expressions.objects().any(Scope.EMPTY, depth()));
      default -> inForm(OutputForm.JSON, expressions.composed(Scope.EMPTY, depth()));
    };
  }

  private int depth() {
    return 2 + dice.below(MAX_DEPTH - 1);
  }

  private static GeneratedProgram inForm(OutputForm form, Term main) {
    return new GeneratedProgram(main, form, Map.of());
  }

  private GeneratedProgram withArgument() {
    var body = expressions.any(Scope.EMPTY.with("t", Type.STR), depth());
    var parameters = dice.oneOf("t", "t, u=t", "t, u", "t='x'", "");
    return inForm(OutputForm.JSON, Term.of(Type.FUN, "function(" + parameters + ") ", body));
  }

  private GeneratedProgram withLibrary() {
    var library = expressions.objects().any(Scope.EMPTY, depth());
    var body = expressions.any(Scope.EMPTY.with("lib", Type.OBJ), depth());
    return new GeneratedProgram(
        Term.of(Type.OBJ, "local lib = import '" + LIBRARY + "'; ", body),
        OutputForm.JSON,
        Map.of(LIBRARY, library.text()));
  }

  private GeneratedProgram withLibraryText() {
    var how =
        dice.oneOf("importstr '" + LIBRARY + "'", "importbin '" + LIBRARY + "'", "import 'no'");
    var type = how.startsWith("importstr") ? Type.STR : Type.NUMS;
    var body = expressions.any(Scope.EMPTY.with("lib", type), depth());
    return new GeneratedProgram(
        Term.of(Type.OBJ, "local lib = " + how + "; ", body),
        OutputForm.JSON,
        Map.of(LIBRARY, Literals.of(Type.STR, dice).text()));
  }
}
