// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wtf.metio.jaas.manifest.ManifestProblem;

/** Tells what is wrong with manifests. */
public final class ValidateCommand {

  private static final int FINE = 0;
  private static final int PROBLEMS = 1;
  private static final int WRONG = 2;
  private static final CommandFrame FRAME =
      new CommandFrame("validate", OfflineSettings.RULES, Usage.VALIDATE, WRONG, PROBLEMS);

  private final Console console;

  /** A command that talks over a console. */
  public ValidateCommand(Console console) {
    this.console = console;
  }

  /**
   * Does what the arguments say.
   *
   * @return 0 if all is well, 1 if something is wrong with a manifest, 2 with the arguments
   */
  public int run(List<String> arguments) {
    return FRAME.run(console, arguments, this::validate);
  }

  private int validate(Options options) throws WrongUsageException, IOException {
    var names = new ArrayList<>(options.all(Option.FILENAME));
    names.addAll(options.names());
    if (names.isEmpty()) {
      throw new WrongUsageException("say what to validate with -f FILE");
    }
    var set = new ManifestLoader(OfflineSettings.of(options), console.stdin()).load(names);
    var problems = new ArrayList<>(set.problems());
    problems.addAll(SetChecks.problems(set));
    problems.sort(
        Comparator.comparing((ManifestProblem problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().document())
            .thenComparing(problem -> problem.place().line()));
    for (var problem : problems) {
      console.print(problem + "\n");
    }
    boolean empty = set.count() == 0 && problems.isEmpty();
    console
        .stderr()
        .println(
            empty
                ? "There is no manifest in these files."
                : counted(set.count(), "manifest") + ", " + counted(problems.size(), "problem"));
    return problems.isEmpty() && !empty ? FINE : PROBLEMS;
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
