// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import sjsonnet.DefaultParseCache;
import sjsonnet.Error;
import sjsonnet.Interpreter;
import sjsonnet.ParseError;
import sjsonnet.Renderer;
import sjsonnet.Settings;
import sjsonnet.StaticError;
import sjsonnet.Std;
import sjsonnet.Val;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationPhases;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.EvaluationUsage;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.evaluator.imports.TreeImporter;
import wtf.metio.jaas.jsonnet.imports.Import;

/** One evaluation. */
final class SjsonnetEvaluation {

  private static final int INDENT = 3;

  private final EvaluationRequest request;
  private final Cancellation cancellation;
  private final long begin = System.nanoTime();
  private final TreeImporter files;
  private final SjsonnetImporter importer;
  private final BoundedOutput output;

  SjsonnetEvaluation(EvaluationRequest request, Cancellation cancellation) {
    this.request = request;
    this.cancellation = cancellation;
    files = new TreeImporter(request.program(), request.limits().maxSourceBytes());
    importer = new SjsonnetImporter(files, cancellation);
    output = new BoundedOutput(request.limits().maxOutputBytes(), cancellation);
  }

  Evaluation run() {
    var evaluation =
        switch (files.entry()) {
          case Import.Found(var name, var content) ->
              evaluate(name, new String(content, StandardCharsets.UTF_8));
          case Import.Missing(var reason) ->
              failed(FailureReason.IMPORT, importer.problem(request.program().label(), reason), "");
          case Import.Unreadable(var message) -> failed(FailureReason.IMPORT, message, "");
        };
    return cancellation.requested() ? new Evaluation.Cancelled(usage()) : evaluation;
  }

  private Evaluation evaluate(String name, String source) {
    try {
      var interpreter = interpreter();
      var value = interpreter.evaluate(source, SjsonnetPath.file(name));
      return value.isLeft() ? failed(left(value)) : rendered(interpreter, right(value));
    } catch (LinkageError missing) {
      // std.parseYaml asks for a library in a version with known holes, which is not here.
      return failed(
          FailureReason.RUNTIME, "a function is not available with this engine: " + missing, "");
    }
  }

  private Evaluation rendered(Interpreter interpreter, Val value) {
    var writer = output.writer();
    var written = interpreter.materialize(value, new Renderer(writer, INDENT));
    output.finish(writer);
    if (output.isFull()) {
      return failed(FailureReason.LIMIT, output.problem(), "");
    }
    return written.isLeft()
        ? failed(left(written))
        : new Evaluation.Rendered(new Document(output.bytes()), usage(), List.of());
  }

  private Interpreter interpreter() {
    return new Interpreter(
        code(request.externalVariables()),
        code(request.topLevelArguments()),
        SjsonnetPath.folder(""),
        importer,
        new DefaultParseCache(),
        settings(),
        position -> BoxedUnit.UNIT,
        warning -> BoxedUnit.UNIT,
        new Std().Std());
  }

  /** The defaults of sjsonnet; in Java one cannot name a method that is called default. */
  private static Settings settings() {
    return new Settings(false, false, false, false, false, false);
  }

  private Evaluation failed(Error error) {
    if (importer.missed() instanceof String missed) {
      return failed(FailureReason.IMPORT, missed, trace(error));
    }
    return failed(reason(error), String.valueOf(error.getMessage()), trace(error));
  }

  private Evaluation failed(FailureReason reason, String message, String trace) {
    var prefix = reason == FailureReason.SYNTAX ? "" : "RUNTIME ERROR: ";
    return new Evaluation.Failed(reason, prefix + message, trace, usage(), List.of());
  }

  private static FailureReason reason(Error error) {
    return error instanceof ParseError || error instanceof StaticError
        ? FailureReason.SYNTAX
        : FailureReason.RUNTIME;
  }

  private static String trace(Error error) {
    var trace = new StringBuilder();
    for (var frame : error.getStackTrace()) {
      trace.append(trace.isEmpty() ? "" : "\n");
      trace.append(frame.getFileName() + ':' + frame.getLineNumber());
    }
    return trace.toString();
  }

  /** All variables as expressions, which is how sjsonnet takes them. */
  private static scala.collection.immutable.Map<String, String> code(
      Map<String, Variable> variables) {
    var code = new HashMap<String, String>();
    variables.forEach((name, variable) -> code.put(name, code(variable)));
    return Map$.MODULE$.from(CollectionConverters.asScala(code));
  }

  private static String code(Variable variable) {
    return switch (variable) {
      case Variable.Text(var text) -> "@'" + text.replace("'", "''") + "'";
      case Variable.Code(var source) -> source;
    };
  }

  private EvaluationUsage usage() {
    var elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new EvaluationUsage(0, 0, elapsed, EvaluationPhases.undivided(begin, elapsed));
  }

  private static Error left(Either<Error, ?> either) {
    return either.swap().getOrElse(() -> unreachable());
  }

  private static Val right(Either<Error, Val> either) {
    return either.getOrElse(() -> unreachable());
  }

  private static <T> T unreachable() {
    throw new IllegalStateException("neither a value nor an error");
  }
}
