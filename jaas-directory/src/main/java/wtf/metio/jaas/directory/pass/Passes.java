// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wtf.metio.jaas.directory.catalogue.Catalogue;
import wtf.metio.jaas.directory.catalogue.Described;
import wtf.metio.jaas.directory.status.SnippetStatus;
import wtf.metio.jaas.domain.artifact.BaseUrl;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.graph.Dependencies;
import wtf.metio.jaas.domain.publication.Pass;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.publication.PublishSnippet;
import wtf.metio.jaas.domain.publication.Snippet;
import wtf.metio.jaas.domain.publication.Task;
import wtf.metio.jaas.domain.publication.Tenant;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.snippet.Wishes;
import wtf.metio.jaas.manifest.Manifest.SnippetManifest;
import wtf.metio.jaas.work.Turn;

/** Makes one pass over one snippet, as it is described at that moment. */
public final class Passes {

  private final World world;
  private final Supplier<Catalogue> catalogue;
  private final Statuses statuses;
  private final Outcomes outcomes;
  private final PassListener listener;
  private final Cancellation cancellation;
  private final Fence fence;
  private final Set<ResourceName> damaged = ConcurrentHashMap.newKeySet();

  /**
   * Passes over the snippets in a catalogue.
   *
   * @param catalogue as it is now
   * @param cancellation requested when the process ends
   * @param fence closed when nothing may be published any more
   */
  public Passes(
      World world,
      Supplier<Catalogue> catalogue,
      Statuses statuses,
      Outcomes outcomes,
      PassListener listener,
      Cancellation cancellation,
      Fence fence) {
    this.world = world;
    this.catalogue = catalogue;
    this.statuses = statuses;
    this.outcomes = outcomes;
    this.listener = listener;
    this.cancellation = cancellation;
    this.fence = fence;
  }

  /** Makes the next pass over a snippet render it, whatever its inputs: its archive is damaged. */
  public void distrust(ResourceName snippet) {
    damaged.add(snippet);
  }

  /** Takes one turn. */
  public void run(Turn<ResourceName> turn) {
    listener.began(turn);
    catalogue
        .get()
        .snippet(turn.key())
        .ifPresentOrElse(described -> pass(described, turn), () -> withdraw(turn.key()));
  }

  private void pass(Described<SnippetManifest> described, Turn<ResourceName> turn) {
    var name = turn.key();
    var before = statuses.of(name);
    var wishes = Wishes.in(described::annotation);
    var now = before.described().next(described.digest(), wishes.look(), wishes.render());
    var subject = new Outcomes.Subject(turn, described, before, now);
    var flaw = described.problem();
    if (flaw.isPresent()) {
      outcomes.flawed(subject, flaw.get());
      return;
    }
    boolean distrusted = damaged.remove(name);
    var size = new RenderedSize(world.formatter());
    var pass =
        new PublishSnippet(world.policy(), world.rules(), ports(size))
            .publish(
                task(
                    described,
                    before,
                    distrusted || !now.forced().equals(before.described().forced())));
    if (distrusted && !(pass instanceof Pass.Synced)) {
      damaged.add(name);
    }
    if (size.isKnown()) {
      listener.rendered(name, size.bytes());
    }
    outcomes.settle(subject, pass);
  }

  private Task task(Described<SnippetManifest> described, SnippetStatus before, boolean forced) {
    var name = before.name();
    return new Task(
        new Snippet(name, described.manifest().spec()),
        before.ledger(),
        new Tenant(name.namespace(), ""),
        forced,
        fence,
        cancellation);
  }

  private Ports ports(RenderedSize size) {
    Dependencies dependencies = catalogue.get();
    return new Ports(
        dependencies,
        new FolderSources(catalogue, world.sources(), new OwnArtifacts(world.own(), statuses)),
        new FolderLibraries(catalogue),
        world.shared(),
        world.evaluator(),
        size,
        world.store(),
        new UrlPublisher(new BaseUrl(world.baseUrl()), statuses),
        world.rateLimit(),
        world.clock());
  }

  private void withdraw(ResourceName name) {
    try {
      world.store().removeAll(name);
      damaged.remove(name);
      outcomes.withdrawn(name);
    } catch (StoreUnavailableException unavailable) {
      outcomes.failed(name, unavailable.text());
    }
  }
}
