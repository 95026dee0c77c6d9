// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.http.CleanPath;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.http.Handler;
import wtf.metio.jaas.app.settings.Settings;
import wtf.metio.jaas.app.text.PercentEncoding;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.CancellationSwitch;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.Evaluator;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.evaluation.Variable;

/** Answers requests for snippets. */
public final class RenderHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(RenderHandler.class);

  private final Settings settings;
  private final Evaluator evaluator;
  private final RenderObserver observer;
  private final SnippetShelf shelf;
  private final Map<String, Variable> externalVariables;
  private final String root;

  /** A handler for these snippets. */
  public RenderHandler(Settings settings, Evaluator evaluator, RenderObserver observer) {
    this.settings = settings;
    this.evaluator = evaluator;
    this.observer = observer;
    this.shelf = new SnippetShelf(settings.snippets());
    this.externalVariables = texts(settings.externalVariables().byName());
    this.root = "/" + settings.render().endpointPath();
  }

  @Override
  public void handle(Exchange exchange) {
    long begin = System.nanoTime();
    var reply = new Reply(exchange);
    try (var _ = TraceContext.of(exchange)) {
      reply(exchange, reply);
      var elapsed = Duration.ofNanos(System.nanoTime() - begin);
      observer.ended(reply.outcome(), reply.status(), reply.bytes(), elapsed);
      access(exchange, reply, elapsed);
    }
  }

  private void reply(Exchange exchange, Reply reply) {
    try {
      route(exchange, reply);
    } catch (IOException e) {
      // The client is gone or slow, which is nothing that we could do anything about.
      LOG.atInfo().addKeyValue("error", e.getMessage()).log("Cannot write response");
      reply.lost();
      exchange.hangUp();
    }
  }

  private void route(Exchange exchange, Reply reply) throws IOException {
    var path = CleanPath.orAnswer(exchange);
    if (path.isEmpty()) {
      reply.routed(exchange.status());
      return;
    }
    var encoded = path.get().encoded();
    if (encoded.equals(root)) {
      CleanPath.redirect(exchange, root + "/");
      reply.routed(307);
    } else if (encoded.startsWith(root + "/")) {
      snippet(
          exchange,
          reply,
          PercentEncoding.decodePath(encoded.substring(root.length() + 1)).orElseThrow());
    } else {
      exchange.answerText(404, "404 page not found");
      reply.routed(404);
    }
  }

  private void snippet(Exchange exchange, Reply reply, String name) throws IOException {
    if (!exchange.method().equals("GET")) {
      LOG.atInfo().addKeyValue("method", exchange.method()).log("Unsupported HTTP method used");
      reply.problem(Problem.methodNotAllowed(), Map.of("Allow", "GET"));
      return;
    }
    LOG.atDebug().addKeyValue("snippet-name", name).log("Extracted snippet name");
    var program = shelf.find(name);
    if (program.isEmpty()) {
      LOG.atInfo().addKeyValue("snippet-name", name).log("Snippet not found");
      reply.problem(Problem.snippetNotFound(name));
      return;
    }
    LOG.atDebug()
        .addKeyValue("snippet-name", name)
        .addKeyValue("file-name", program.get().label())
        .log("Resolved snippet");
    var arguments = QueryArguments.of(exchange.rawQuery());
    LOG.atDebug().addKeyValue("queryParams", arguments.keySet()).log("Extracted query parameters");
    var outcome = evaluate(exchange, request(name, program.get(), arguments));
    if (outcome.isPresent()) {
      answer(exchange, reply, name, program.get().label(), outcome.get());
    } else {
      reply.problem(Problem.unavailable(name), Map.of("Retry-After", "1"));
    }
  }

  private EvaluationRequest request(String name, Program program, Map<String, Variable> arguments) {
    return new EvaluationRequest(
        program, externalVariables, arguments, settings.evaluation().limits(), Caller.http(name));
  }

  /** Empty if the evaluator takes no more because the process ends. */
  private Optional<Evaluation> evaluate(Exchange exchange, EvaluationRequest request) {
    var cancellation = new CancellationSwitch();
    try (var _ = exchange.whenClientLeaves(cancellation::cancel)) {
      return Optional.of(evaluator.evaluate(request, cancellation));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  private void answer(Exchange exchange, Reply reply, String name, String file, Evaluation outcome)
      throws IOException {
    switch (outcome) {
      case Evaluation.Rendered rendered -> reply.rendered(rendered.document().bytes());
      case Evaluation.Failed failed -> {
        LOG.atInfo()
            .addKeyValue("error", Problem.diagnostic(failed))
            .log("Cannot evaluate Jsonnet");
        reply.problem(Problem.failed(name, failed, settings.evaluation().exposeDiagnostics()));
      }
      case Evaluation.TimedOut timedOut -> {
        LOG.atError()
            .addKeyValue("timeout", timedOut.limit())
            .addKeyValue("file-name", file)
            .log("Jsonnet evaluation timed out");
        reply.problem(Problem.timeout(name, timedOut.limit()));
      }
      case Evaluation.Refused refused -> {
        LOG.atWarn()
            .addKeyValue("file-name", file)
            .addKeyValue("retry-after", refused.retryAfter())
            .log(
                refused.running() == 0
                    ? "Jsonnet evaluation held back; it ran into a limit before"
                    : "Jsonnet evaluation rejected; concurrent-eval cap is full");
        reply.problem(Problem.unavailable(name), retryAfter(refused.retryAfter()));
      }
      case Evaluation.Cancelled _ -> {
        LOG.atInfo().addKeyValue("file-name", file).log("Jsonnet evaluation cancelled by caller");
        reply.lost();
        exchange.hangUp();
      }
    }
  }

  /** In whole seconds, as the header has it; rather later than in vain. */
  private static Map<String, String> retryAfter(Duration wait) {
    return Map.of(
        "Retry-After", Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
  }

  private void access(Exchange exchange, Reply reply, Duration elapsed) {
    if (settings.logging().accessLog()) {
      LOG.atInfo()
          .addKeyValue("method", exchange.method())
          .addKeyValue("path", exchange.rawPath())
          .addKeyValue("status", reply.status())
          .addKeyValue("bytes", reply.bytes())
          .addKeyValue("elapsed", elapsed)
          .log("Request");
    }
  }

  private static Map<String, Variable> texts(Map<String, String> values) {
    var variables = new HashMap<String, Variable>();
    values.forEach((name, value) -> variables.put(name, new Variable.Text(value)));
    return Map.copyOf(variables);
  }
}
