// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.Optional;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.snippet.SnippetRules;

/**
 * Publishes snippets: one pass over one snippet at a time, as often as anybody likes.
 *
 * <p>A pass that finds everything as it should be renders and stores nothing. Passes over different
 * snippets may run side by side; those over one snippet may not.
 */
public final class PublishSnippet {

  private final Policy policy;
  private final Ports ports;
  private final Gates gates;
  private final Sources sources;
  private final Producing producing;
  private final Storing storing;

  /** Publishes within a policy, by the rules of the installation. */
  public PublishSnippet(Policy policy, SnippetRules rules, Ports ports) {
    this.policy = policy;
    this.ports = ports;
    this.gates = new Gates(policy, rules, ports);
    this.sources = new Sources(policy, ports);
    this.producing = new Producing(policy, ports);
    this.storing = new Storing(policy, ports);
  }

  /** Makes one pass. Whatever lies with the snippet or the world is an answer. */
  public Pass publish(Task task) {
    try {
      return task.snippet().spec().suspend() ? suspended(task) : Step.end(steps(task));
    } catch (StoreUnavailableException unavailable) {
      return new Pass.Failed(
          Reason.STORAGE_OPERATION_FAILED, unavailable.text(), Retry.WITH_BACKOFF);
    }
  }

  private Step<Pass> steps(Task task) {
    return gates.check(task).then(sources::locate).then(input -> unlessUnchanged(task, input));
  }

  private Pass suspended(Task task) {
    var tidied = storing.tidied(task, task.before());
    return new Pass.Suspended(tidied.ledger(), tidied.expired());
  }

  private Step<Pass> unlessUnchanged(Task task, Input input) {
    var inputsDigest = Fingerprint.of(task, input, policy, ports.shared().revision());
    boolean unchanged = inputsDigest.equals(task.before().inputsDigest()) && !task.forced();
    var stored = unchanged ? storing.stillStored(task) : Optional.<StoredArchive>empty();
    return stored.isPresent()
        ? storing.confirm(task, stored.get())
        : renew(task, input, inputsDigest);
  }

  private Step<Pass> renew(Task task, Input input, String inputsDigest) {
    return gates
        .takeTurn(task)
        .then(_ -> Material.fetch(input, task))
        .then(material -> produced(task, material))
        .then(product -> storing.publish(task, product, inputsDigest));
  }

  private Step<Product> produced(Task task, Material material) {
    try (material) {
      return producing.produce(task, material);
    }
  }
}
