// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.jsonnet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.evaluator.Deadline;
import wtf.metio.jaas.evaluator.imports.TreeImporter;
import wtf.metio.jaas.jsonnet.Binding;
import wtf.metio.jaas.jsonnet.Engine;
import wtf.metio.jaas.jsonnet.Failure;
import wtf.metio.jaas.jsonnet.Job;
import wtf.metio.jaas.jsonnet.Limits;
import wtf.metio.jaas.jsonnet.MemoryGuard;
import wtf.metio.jaas.jsonnet.Outcome;
import wtf.metio.jaas.jsonnet.Output;
import wtf.metio.jaas.jsonnet.OutputForm;
import wtf.metio.jaas.jsonnet.Usage;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.TraceFrame;
import wtf.metio.jaas.jsonnet.imports.Import;

/** From the words of the domain to those of the engine, and back. */
final class JobTranslation {

  private final EvaluationRequest request;
  private final TreeImporter importer;
  private final Deadline deadline;

  JobTranslation(EvaluationRequest request, TreeImporter importer, Deadline deadline) {
    this.request = request;
    this.importer = importer;
    this.deadline = deadline;
  }

  /** Evaluates. */
  Evaluation evaluation(
      Engine engine, Cancellation cancellation, MemoryGuard memory, TraceMessages messages) {
    long begin = System.nanoTime();
    return switch (importer.entry()) {
      case Import.Found(var name, var content) -> {
        var job = job(name, content, cancellation, memory, messages);
        yield evaluation(engine.evaluate(job), messages.lines());
      }
      case Import.Missing(var reason) ->
          unread("couldn't open import \"" + request.program().label() + "\": " + reason, begin);
      case Import.Unreadable(var message) -> unread(message, begin);
    };
  }

  private static Evaluation unread(String problem, long begin) {
    var usage = EvaluationUsage.ofTime(Duration.ofNanos(System.nanoTime() - begin));
    return new Evaluation.Failed(
        FailureReason.IMPORT, "RUNTIME ERROR: " + problem, "", usage, List.of());
  }

  private Job job(
      String name,
      byte[] content,
      Cancellation cancellation,
      MemoryGuard memory,
      TraceMessages messages) {
    return new Job(
        name,
        name,
        content,
        importer,
        bindings(request.externalVariables()),
        bindings(request.topLevelArguments()),
        limits(request.limits().withTimeout(deadline.left())),
        OutputForm.JSON,
        cancellation::requested,
        memory,
        messages);
  }

  private Evaluation evaluation(Outcome outcome, List<String> messages) {
    var usage = usage(outcome.usage());
    return switch (outcome) {
      case Outcome.Rendered(Output.Text(var bytes), _) ->
          new Evaluation.Rendered(new Document(bytes), usage, messages);
      case Outcome.Rendered(Output.Files _, _) ->
          throw new IllegalStateException("asked for one text, got files");
      case Outcome.Failed(var failure, _) -> failed(failure, usage, messages);
    };
  }

  private Evaluation failed(Failure failure, EvaluationUsage usage, List<String> messages) {
    return switch (failure.kind()) {
      case TIMEOUT -> new Evaluation.TimedOut(request.limits().timeout(), usage);
      case CANCELLED -> new Evaluation.Cancelled(usage);
      case SYNTAX -> failed(FailureReason.SYNTAX, failure, usage, messages);
      case IMPORT -> failed(FailureReason.IMPORT, failure, usage, messages);
      case ARGUMENT -> failed(FailureReason.ARGUMENT, failure, usage, messages);
      case RUNTIME -> failed(FailureReason.RUNTIME, failure, usage, messages);
      case LIMIT -> failed(FailureReason.LIMIT, failure, usage, messages);
      case INTERNAL -> failed(FailureReason.INTERNAL, failure, usage, messages);
    };
  }

  private Evaluation failed(
      FailureReason reason, Failure failure, EvaluationUsage usage, List<String> messages) {
    return new Evaluation.Failed(reason, failure.message(), trace(failure), usage, messages);
  }

  private String trace(Failure failure) {
    var lines = new ArrayList<String>();
    if (failure.kind() == FailureKind.IMPORT && !importer.tried().isEmpty()) {
      lines.add("looked for " + String.join(", ", importer.tried()));
    }
    failure.trace().forEach(frame -> lines.add(line(frame)));
    return String.join("\n", lines);
  }

  private static String line(TraceFrame frame) {
    return (frame.location() + ' ' + frame.context()).strip();
  }

  private static Map<String, Binding> bindings(Map<String, Variable> variables) {
    var bindings = new HashMap<String, Binding>();
    variables.forEach((name, variable) -> bindings.put(name, binding(variable)));
    return bindings;
  }

  private static Binding binding(Variable variable) {
    return switch (variable) {
      case Variable.Text(var text) -> new Binding.Text(text);
      case Variable.Code(var source) -> new Binding.Code(source);
    };
  }

  private static Limits limits(EvaluationLimits limits) {
    return new Limits(
        limits.timeout(),
        limits.maxStack(),
        limits.maxSteps(),
        limits.maxSourceBytes(),
        limits.maxOutputBytes());
  }

  private static EvaluationUsage usage(Usage usage) {
    var phases = usage.phases();
    return new EvaluationUsage(
        usage.steps(),
        usage.allocatedBytes(),
        usage.elapsed(),
        new EvaluationPhases(
            phases.begun(),
            phases.parse(),
            phases.evaluate(),
            phases.manifest(),
            phases.imports()));
  }
}
