// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/**
 * Takes the text of a program for its value, in which {@code @library/file@} stands for the text of
 * that file. {@code broken} has no value, {@code slow} is late, {@code busy} is refused, {@code
 * endless} waits until it is cancelled, {@code traced} writes a line. Any number of threads may
 * call.
 */
public final class TextEvaluator implements Evaluator {

  private static final Pattern IMPORT = Pattern.compile("@([a-z0-9-]+)/([^@]+)@");
  private static final int PATIENCE_SECONDS = 60;

  private final List<String> rendered = new CopyOnWriteArrayList<>();
  private final CountDownLatch endless = new CountDownLatch(1);
  private volatile Runnable meanwhile = () -> {};

  /**
   * Namespaces and names, in the order in which they were rendered; whoever likes may forget them.
   */
  public List<String> rendered() {
    return rendered;
  }

  /** From now on this happens while a program is rendered. */
  public void meanwhile(Runnable event) {
    meanwhile = event;
  }

  /** Returns as soon as an endless program runs. */
  public void awaitEndless() throws InterruptedException {
    if (!endless.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no endless program runs");
    }
  }

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
      endless.countDown();
      if (!cancelled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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
