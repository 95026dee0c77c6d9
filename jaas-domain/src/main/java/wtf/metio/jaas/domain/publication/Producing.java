// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.EntryName;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Caller;
import wtf.metio.jaas.domain.evaluation.Document;
import wtf.metio.jaas.domain.evaluation.Evaluation;
import wtf.metio.jaas.domain.evaluation.EvaluationLimits;
import wtf.metio.jaas.domain.evaluation.EvaluationRequest;
import wtf.metio.jaas.domain.evaluation.FailureReason;
import wtf.metio.jaas.domain.evaluation.Program;
import wtf.metio.jaas.domain.evaluation.Variable;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.source.FileRead;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.domain.source.FileTree;
import wtf.metio.jaas.domain.source.TreePath;

/** Makes what is published from the files of a snippet. */
final class Producing {

  /** What other controllers take at the most, which is what we take from others. */
  private static final ArchiveLimits CONSUMERS = ArchiveLimits.DEFAULTS;

  /** A status holds 32 KiB, and nobody reads more than a page of one. */
  private static final int LONGEST_DIAGNOSTIC = 8 << 10;

  private static final String TOO_LARGE = "publisher: artifact exceeds MaxArtifactBytes: ";

  private final Policy policy;
  private final Ports ports;

  Producing(Policy policy, Ports ports) {
    this.policy = policy;
    this.ports = ports;
  }

  /** Makes it, and sees that it can be published. */
  Step<Product> produce(Task task, Material material) {
    var made =
        task.snippet().spec().output() == Output.SOURCE
            ? source(task, material.own())
            : rendered(task, material);
    return made.then(this::fits);
  }

  private Step<Product> source(Task task, SourceTree own) {
    if (own.paths().isEmpty()) {
      return noFiles(task);
    }
    var files = new LinkedHashMap<String, byte[]>();
    for (var path : own.paths()) {
      if (EntryName.consumable(path).filter(path::equals).isEmpty()) {
        return Step.failed(
            Reason.INVALID_SPEC,
            "publisher: source entry name would be dropped by consumers: \""
                + path
                + "\" (allowed: [A-Za-z0-9._/-] segments, no dot-prefixed segments, no traversal)",
            Retry.SLOWLY);
      }
      switch (own.files().read(new TreePath(path), CONSUMERS.file())) {
        case FileRead.Content(var bytes) -> files.put(path, bytes);
        case FileRead.Refused(var reason) -> {
          return tooLarge("entry \"" + path + "\": " + reason);
        }
        case FileRead.Absent(), FileRead.Folder() ->
            throw new IllegalStateException("a source lost a file while it was in use: " + path);
      }
    }
    var set = new FileSet(files);
    return new Step.On<>(new Product(Revision.ofFiles(set), set, set.count(), List.of()));
  }

  private Step<Product> rendered(Task task, Material material) {
    if (material.own().paths().isEmpty()) {
      return noFiles(task);
    }
    var entry = entry(task, material.own());
    if (entry.isEmpty()) {
      return Step.failed(
          Reason.INVALID_SPEC,
          "source must contain \""
              + task.snippet().spec().entryFile()
              + "\" as the snippet entry point",
          Retry.SLOWLY);
    }
    var request = request(task, material, entry.get());
    var evaluation = ports.evaluator().evaluate(request, task.cancellation());
    return switch (evaluation) {
      case Evaluation.Rendered(var document, _, var messages) ->
          formatted(task, material, document, messages);
      case Evaluation.Failed failed -> failed(failed, request.limits());
      case Evaluation.TimedOut(var limit, _) ->
          Step.failed(
              Reason.EVALUATION_TIMEOUT,
              "evaluation exceeded " + GoDuration.format(limit),
              Retry.SLOWLY);
      case Evaluation.Refused refused ->
          new Step.End<>(
              new Pass.Deferred(
                  Deferral.EVAL_UNAVAILABLE,
                  "reconcile deferred for "
                      + GoDuration.format(refused.retryAfter())
                      + " by --max-concurrent-evals",
                  refused.retryAfter()));
      case Evaluation.Cancelled _ -> new Step.End<>(new Pass.Dropped());
    };
  }

  private static Step<Product> noFiles(Task task) {
    var message =
        task.snippet().spec().origin() instanceof Origin.Referenced(var reference)
                && !reference.path().isEmpty()
            ? "spec.sourceRef.path \""
                + reference.path()
                + "\" matched no files in the artifact; widen the path filter or remove it"
            : "source contains no files; check the upstream artifact";
    return Step.failed(Reason.INVALID_SPEC, message, Retry.SLOWLY);
  }

  /** The entry may be written as it lies in the source or as it lies below the wanted path. */
  private static Optional<TreePath> entry(Task task, SourceTree own) {
    var spec = task.snippet().spec();
    var written = TreePath.of(spec.entryFile());
    if (written.filter(own.files()::holds).isPresent()
        || !(spec.origin() instanceof Origin.Referenced(var reference))) {
      return written.filter(own.files()::holds);
    }
    var folder = TreePath.of(reference.path()).map(path -> path.text() + '/').orElse("");
    return written
        .map(TreePath::text)
        .filter(text -> !folder.isEmpty() && text.startsWith(folder))
        .flatMap(text -> TreePath.of(text.substring(folder.length())))
        .filter(own.files()::holds);
  }

  private EvaluationRequest request(Task task, Material material, TreePath entry) {
    var snippet = task.snippet();
    Map<String, FileTree> libraries = new HashMap<>();
    material
        .libraries()
        .forEach((alias, tree) -> libraries.put(alias, new LabelledTree(alias, tree.files())));
    var program =
        new Program(
            entry,
            new LabelledTree(snippet.name().toString(), material.own().files()),
            libraries,
            ports.shared().searchPath());
    var variables = variables(snippet.spec().externalVariables());
    policy
        .externalVariables()
        .forEach((name, value) -> variables.put(name, new Variable.Text(value)));
    return new EvaluationRequest(
        program,
        variables,
        variables(snippet.spec().topLevelArguments()),
        policy.limits().withMaxOutputBytes(largestOutput()),
        new Caller(Caller.Door.OPERATOR, snippet.name().namespace()));
  }

  private long largestOutput() {
    long most = Math.min(policy.limits().maxOutputBytes(), CONSUMERS.kept());
    return policy.maxArtifactBytes() > 0 ? Math.min(most, policy.maxArtifactBytes()) : most;
  }

  private static Map<String, Variable> variables(List<NamedValue> values) {
    var variables = new HashMap<String, Variable>();
    for (var value : values) {
      variables.put(
          value.name(),
          value.code() ? new Variable.Code(value.value()) : new Variable.Text(value.value()));
    }
    return variables;
  }

  private Step<Product> failed(Evaluation.Failed failed, EvaluationLimits limits) {
    if (isTooLarge(failed)) {
      return tooLarge("the rendered value is larger than " + limits.maxOutputBytes() + " bytes");
    }
    return Step.failed(Reason.EVALUATION_FAILED, shortened(failed.text()), Retry.SLOWLY);
  }

  /** The engine stops writing at the limit, so the whole size is never known. */
  private static boolean isTooLarge(Evaluation.Failed failed) {
    return failed.reason() == FailureReason.LIMIT
        && failed.message().contains("the output is larger than");
  }

  private Step<Product> formatted(
      Task task, Material material, Document document, List<String> messages) {
    var format = task.snippet().spec().format();
    return switch (ports.formatter().format(document.bytes(), format)) {
      case OutputFormatter.Formatted.Files(var files, var warnings) -> {
        var notes = new ArrayList<>(warnings);
        notes.addAll(messages);
        var revision =
            format == Format.JSON ? Revision.ofText(document.bytes()) : Revision.ofFiles(files);
        yield new Step.On<>(new Product(revision, files, material.own().paths().size(), notes));
      }
      case OutputFormatter.Formatted.Unfit(var message) ->
          Step.failed(Reason.INVALID_SPEC, message, Retry.SLOWLY);
    };
  }

  private Step<Product> fits(Product product) {
    for (var file : product.files().entries()) {
      if (file.getValue().length > CONSUMERS.file()) {
        return tooLarge(
            "entry \""
                + file.getKey()
                + "\": "
                + file.getValue().length
                + " > "
                + CONSUMERS.file());
      }
    }
    long total = product.files().bytes();
    long most =
        policy.maxArtifactBytes() > 0
            ? Math.min(CONSUMERS.kept(), policy.maxArtifactBytes())
            : CONSUMERS.kept();
    return total > most ? tooLarge(total + " > " + most) : new Step.On<>(product);
  }

  private static <T> Step<T> tooLarge(String message) {
    return Step.failed(Reason.ARTIFACT_TOO_LARGE, TOO_LARGE + message, Retry.SLOWLY);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DIAGNOSTIC
        ? text
        : text.substring(0, LONGEST_DIAGNOSTIC) + "\n[shortened]";
  }
}
