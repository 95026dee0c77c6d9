// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.graph.DependencyGraph;
import wtf.metio.jaas.domain.notation.GoDuration;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Reference;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.domain.snippet.Violation;

/** What is asked before anything is read on a tenant's behalf. */
final class Gates {

  private final Policy policy;
  private final SnippetRules rules;
  private final Ports ports;

  Gates(Policy policy, SnippetRules rules, Ports ports) {
    this.policy = policy;
    this.rules = rules;
    this.ports = ports;
  }

  /** Whether a pass may go on. */
  Step<Task> check(Task task) {
    return keepsRules(task).then(this::staysAtHome).then(this::hasNoCycle);
  }

  /** Whether the snippet has a turn left; taken right before something is rendered. */
  Step<Task> takeTurn(Task task) {
    return ports
        .rateLimit()
        .take(task.snippet().name())
        .<Step<Task>>map(
            wait ->
                new Step.End<>(
                    new Pass.Deferred(
                        Deferral.RATE_LIMITED,
                        "reconcile deferred for "
                            + GoDuration.format(wait)
                            + " by the per-snippet re-render rate limit"
                            + " (--rerender-rate/--rerender-burst)",
                        wait)))
        .orElseGet(() -> new Step.On<>(task));
  }

  private Step<Task> keepsRules(Task task) {
    var violations = rules.violations(task.snippet().spec());
    if (violations.isEmpty()) {
      return new Step.On<>(task);
    }
    var message = violations.stream().map(Violation::message).collect(Collectors.joining("; "));
    return Step.failed(violations.getFirst().reason(), message, Retry.SLOWLY);
  }

  private Step<Task> staysAtHome(Task task) {
    if (policy.crossNamespace()) {
      return new Step.On<>(task);
    }
    return leaving(task.snippet())
        .<Step<Task>>map(
            message -> Step.failed(Reason.CROSS_NAMESPACE_REF_REJECTED, message, Retry.SLOWLY))
        .orElseGet(() -> new Step.On<>(task));
  }

  private static Optional<String> leaving(Snippet snippet) {
    if (snippet.spec().origin() instanceof Origin.Referenced(var reference)
        && reference.leaves(snippet.name())) {
      return Optional.of(points("spec.sourceRef", snippet.name(), reference));
    }
    return snippet.spec().libraries().stream()
        .filter(library -> library.leaves(snippet.name()))
        .findFirst()
        .map(library -> points("spec.libraries[" + library.name() + "]", snippet.name(), library));
  }

  /** Says that a field leaves the namespace of whoever it belongs to. */
  static String points(String field, ResourceName owner, Reference reference) {
    return field
        + " points at namespace \""
        + reference.target(owner).namespace()
        + "\" but --no-cross-namespace-refs is set";
  }

  private Step<Task> hasNoCycle(Task task) {
    return new DependencyGraph(ports.dependencies())
        .cycleThrough(task.snippet().name())
        .<Step<Task>>map(
            way ->
                Step.failed(
                    Reason.DEPENDENCY_CYCLE,
                    "spec.sourceRef chain forms a cycle: " + text(way, task.snippet()),
                    Retry.SLOWLY))
        .orElseGet(() -> new Step.On<>(task));
  }

  private static String text(List<ResourceName> way, Snippet snippet) {
    return way.stream()
        .map(stop -> isKnown(stop, snippet) ? stop.toString() : "a snippet in another namespace")
        .collect(Collectors.joining(" \u2192 "));
  }

  /** What lies in another namespace is named only if the author named it himself. */
  private static boolean isKnown(ResourceName stop, Snippet snippet) {
    return stop.namespace().equals(snippet.name().namespace())
        || snippet.spec().origin() instanceof Origin.Referenced(var reference)
            && stop.equals(reference.target(snippet.name()));
  }
}
