// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Takes the text of a program for its value, in which {@code @library/file@} stands for the text of
 * that file. {@code broken} has no value, {@code slow} is late, {@code busy} is refused, {@code
 * endless} waits until it is cancelled, {@code traced} writes a line.
 */
final class Programs implements Evaluator {

  private static final Pattern IMPORT = Pattern.compile("@([a-z0-9-]+)/([^@]+)@");

  /** Namespaces and names, in the order in which they were rendered. */
  final List<String> rendered = new ArrayList<>();

  /** What happens in the cluster while a program is rendered. */
  Runnable meanwhile = () -> {};

  final CountDownLatch waiting = new CountDownLatch(1);

  @Override
  public Evaluation evaluate(EvaluationRequest request, Cancellation cancellation) {
    var program = request.program();
    var label = program.label();
    rendered.add(label.substring(0, label.lastIndexOf('/')));
    meanwhile.run();
    var text = text(program.home(), program.entry());
    var usage = EvaluationUsage.ofTime(Duration.ZERO);
    return switch (text) {
      case "broken" ->
          new Evaluation.Failed(
              FailureReason.RUNTIME, "RUNTIME ERROR: broken", "", usage, List.of());
      case "long" ->
          new Evaluation.Failed(
              FailureReason.RUNTIME,
              "RUNTIME ERROR: " + "\u00e4".repeat(60_000),
              "",
              usage,
              List.of());
      case "large" ->
          new Evaluation.Failed(
              FailureReason.LIMIT,
              "RUNTIME ERROR: the output is larger than 5 bytes",
              "",
              usage,
              List.of());
      case "slow" -> new Evaluation.TimedOut(Duration.ofSeconds(5), usage);
      case "busy" -> new Evaluation.Refused(1, Duration.ofSeconds(1));
      case "endless" -> endless(cancellation, usage);
      case "traced" -> rendered("{}", usage, List.of("TRACE: hello"));
      default ->
          rendered(
              IMPORT
                  .matcher(text)
                  .replaceAll(
                      found ->
                          text(
                              program.libraries().get(found.group(1)),
                              new TreePath(found.group(2)))),
              usage,
              List.of());
    };
  }

  private static Evaluation rendered(String value, EvaluationUsage usage, List<String> messages) {
    return new Evaluation.Rendered(
        new Document(value.getBytes(StandardCharsets.UTF_8)), usage, messages);
  }

  private Evaluation endless(Cancellation cancellation, EvaluationUsage usage) {
    var cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onRequest(cancelled::countDown)) {
      waiting.countDown();
      if (!cancelled.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody cancelled");
      }
      return new Evaluation.Cancelled(usage);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(FileTree tree, TreePath path) {
    return switch (tree.read(path, Long.MAX_VALUE)) {
      case FileRead.Content(var bytes) -> new String(bytes, StandardCharsets.UTF_8).strip();
      case FileRead other -> throw new AssertionError(path + ": " + other);
    };
  }

  @Override
  public void close() {
    // Nothing runs.
  }
}
