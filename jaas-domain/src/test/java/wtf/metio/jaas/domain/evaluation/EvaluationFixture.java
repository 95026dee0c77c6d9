// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.MemoryTree;
import wtf.metio.jaas.domain.source.TreePath;

/** Requests in the words of the tests. */
public final class EvaluationFixture {

  /** Where programs of the tests lie. */
  public static final TreePath MAIN = new TreePath("main.jsonnet");

  private EvaluationFixture() {}

  /** A program without imports. */
  public static EvaluationRequest program(String source) {
    return files(Map.of("main.jsonnet", source));
  }

  /** A program {@code main.jsonnet} and its siblings. */
  public static EvaluationRequest files(Map<String, String> texts) {
    return request(Program.of(MAIN, tree("home", texts)));
  }

  /** A tree of texts. */
  public static FileTree tree(String name, Map<String, String> texts) {
    return MemoryTree.ofTexts(name, texts);
  }

  /** A program with a search path. */
  public static EvaluationRequest searching(String source, FileTree... searchPath) {
    var home = tree("home", Map.of("main.jsonnet", source));
    return request(new Program(MAIN, home, Map.of(), List.of(searchPath)));
  }

  /** A program with one library. */
  public static EvaluationRequest withLibrary(String source, String alias, FileTree library) {
    var home = tree("home", Map.of("main.jsonnet", source));
    return request(new Program(MAIN, home, Map.of(alias, library), List.of()));
  }

  /** A program and nothing else to say. */
  public static EvaluationRequest request(Program program) {
    return new EvaluationRequest(
        program, Map.of(), Map.of(), EvaluationLimits.DEFAULTS, Caller.http("test"));
  }

  /** The same with external variables. */
  public static EvaluationRequest withVariables(
      EvaluationRequest request, Map<String, Variable> variables) {
    return new EvaluationRequest(
        request.program(),
        variables,
        request.topLevelArguments(),
        request.limits(),
        request.caller());
  }

  /** The same with arguments. */
  public static EvaluationRequest withArguments(
      EvaluationRequest request, Map<String, Variable> arguments) {
    return new EvaluationRequest(
        request.program(),
        request.externalVariables(),
        arguments,
        request.limits(),
        request.caller());
  }

  /** The same with other limits. */
  public static EvaluationRequest within(EvaluationLimits limits, EvaluationRequest request) {
    return new EvaluationRequest(
        request.program(),
        request.externalVariables(),
        request.topLevelArguments(),
        limits,
        request.caller());
  }

  /** The output of an evaluation that must have one. */
  public static String output(Evaluation evaluation) {
    if (evaluation instanceof Evaluation.Rendered rendered) {
      return new String(rendered.document().bytes(), StandardCharsets.UTF_8);
    }
    throw new AssertionError("not rendered: " + evaluation);
  }

  /** The failure of an evaluation that must have one. */
  public static Evaluation.Failed failure(Evaluation evaluation) {
    if (evaluation instanceof Evaluation.Failed failed) {
      return failed;
    }
    throw new AssertionError("not failed: " + evaluation);
  }
}
