// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import io.kubernetes.client.openapi.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.manifest.schema.SourceKinds;
import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.feed.Feed;
import wtf.metio.jaas.operator.feed.Feeds;
import wtf.metio.jaas.operator.feed.Selection;
import wtf.metio.jaas.operator.feed.Standing;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.ResourceReading;

/**
 * Keeps a {@link Cluster} up to date: one feed for each kind and namespace, each on a virtual
 * thread of its own, which reads, parses and tells; nothing waits for anything but the network and,
 * for moments, the lock of the memory.
 */
public final class Watches implements AutoCloseable {

  private final WatchOptions options;
  private final Feeds feeds;
  private final ClusterMemory memory;
  private final List<Feed> ours = new ArrayList<>();
  private final Map<String, List<Feed>> sources;
  private final List<Feed> optional = new ArrayList<>();

  /** Watches over the connections of a client; nothing is asked before {@link #start}. */
  public Watches(
      ApiClient client,
      WatchOptions options,
      SnippetRules rules,
      ClusterListener listener,
      WatchListener watchListener) {
    this.options = options;
    this.memory = new ClusterMemory(new ResourceReading(rules), listener, this::knows);
    var engagements = new Engagements(watchListener);
    this.feeds = Feeds.of(client, engagements, options.feeds(), options.chance());
    ours.addAll(each(labelled(ResourceType.SNIPPET), it -> audience(memory.snippetShelving(), it)));
    ours.addAll(each(labelled(ResourceType.LIBRARY), it -> audience(memory.libraryShelving(), it)));
    this.sources =
        SourceKinds.ALL.stream().collect(Collectors.toMap(Function.identity(), this::ofSources));
    var definitions = new Definitions(byDefinition());
    engagements.heed(definitions);
    var crds = Selection.of(ResourceType.CUSTOM_RESOURCE_DEFINITION).metadata();
    optional.add(feeds.feed(crds, definitions));
    if (options.isRestricted()) {
      var all = Selection.of(ResourceType.SNIPPET).metadata();
      // Whoever may see some namespaces only is refused, each time.
      optional.add(feeds.patient().feed(all, new Leavers(memory)));
    }
  }

  /** What is known, from the first moment on. */
  public Cluster cluster() {
    return memory;
  }

  /** Begins; returns at once. */
  public void start() {
    all().forEach(Feed::start);
  }

  /** Whether everything that can be known is. */
  public boolean isSynced() {
    return ours.stream().allMatch(it -> it.isComplete() || it.standing() == Standing.ABSENT)
        && ofSources().allMatch(Watches::isSettled);
  }

  /** How well the cluster is known; to be asked as often as somebody likes. */
  public WatchHealth health() {
    return new WatchHealth(
        isSynced(),
        qualified(ours.stream(), Standing.ABSENT),
        qualified(Stream.concat(ours.stream(), ofSources()), Standing.FORBIDDEN),
        longest(Feed::behind),
        longest(Feed::unanswered));
  }

  /** Ends all watches; when it returns nobody is told anything any more. */
  @Override
  public void close() {
    all().parallel().forEach(Feed::close);
  }

  private boolean knows(String kind) {
    var of = sources.getOrDefault(kind, List.of());
    return !of.isEmpty()
        && of.stream().allMatch(it -> it.isComplete() && it.standing() != Standing.FORBIDDEN);
  }

  private List<Feed> ofSources(String kind) {
    var shelving = memory.sourceShelving(kind);
    var type = ResourceType.source(kind);
    if (!type.equals(ResourceType.EXTERNAL_ARTIFACT)) {
      return each(Selection.of(type), it -> audience(shelving, it));
    }
    return each(
        Selection.of(type),
        it ->
            new Both(
                new Both(audience(memory.publishedShelving(), it), audience(shelving, it)),
                new Comeback(memory, it)));
  }

  private List<Feed> each(Selection selection, Function<String, Audience> audience) {
    var namespaces = options.namespaces().isEmpty() ? List.of("") : options.namespaces();
    return namespaces.stream()
        .map(namespace -> feeds.feed(selection.in(namespace), audience.apply(namespace)))
        .toList();
  }

  private Selection labelled(ResourceType type) {
    return Selection.of(type).labelled(options.labels());
  }

  private <T> Audience audience(ClusterMemory.Shelving<T> shelving, String namespace) {
    return new ShelfAudience<>(memory, shelving, namespace);
  }

  private Map<String, List<Feed>> byDefinition() {
    return Stream.concat(ours.stream(), ofSources())
        .collect(Collectors.groupingBy(feed -> feed.selection().type().qualified()));
  }

  private Stream<Feed> ofSources() {
    return sources.values().stream().flatMap(List::stream);
  }

  private Stream<Feed> all() {
    return Stream.of(ours.stream(), ofSources(), optional.stream()).flatMap(Function.identity());
  }

  private Duration longest(Function<Feed, Duration> wait) {
    return Stream.concat(ours.stream(), ofSources())
        .filter(feed -> feed.standing() != Standing.ABSENT)
        .filter(feed -> feed.standing() != Standing.FORBIDDEN)
        .map(wait)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static boolean isSettled(Feed feed) {
    return feed.isComplete()
        || feed.standing() == Standing.ABSENT
        || feed.standing() == Standing.FORBIDDEN;
  }

  private static List<String> qualified(Stream<Feed> feeds, Standing standing) {
    return feeds
        .filter(feed -> feed.standing() == standing)
        .map(feed -> feed.selection().type().qualified())
        .distinct()
        .sorted()
        .toList();
  }
}
