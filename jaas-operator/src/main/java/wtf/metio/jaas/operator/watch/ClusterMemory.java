// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.graph.Users;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.schema.SourceKinds;
import wtf.metio.jaas.operator.kube.KubeObject;
import wtf.metio.jaas.operator.kube.ResourceType;
import wtf.metio.jaas.operator.resource.LibraryResource;
import wtf.metio.jaas.operator.resource.ResourceReading;
import wtf.metio.jaas.operator.resource.SnippetResource;
import wtf.metio.jaas.operator.resource.SourceResource;

/**
 * Remembers what feeds bring and what this process wrote.
 *
 * <p>One lock guards what changes, and nothing is read, parsed or told within it; who asks waits
 * for it only where users are looked up.
 */
final class ClusterMemory implements Cluster {

  private final ResourceReading reading;
  private final ClusterListener listener;
  private final Predicate<String> knownKinds;
  private final ReentrantLock lock = new ReentrantLock();
  private final Users users = new Users();
  private final Shelf<SnippetResource> snippets = new Shelf<>(this::snippetMoved);
  private final Shelf<LibraryResource> libraries = new Shelf<>(this::libraryMoved);
  private final Shelf<KubeObject> published = new Shelf<>(this::publishedMoved);
  private final Map<String, Shelf<SourceResource>> sources =
      SourceKinds.ALL.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  UnaryOperator.identity(), kind -> new Shelf<>(movesOf(kind))));
  private final Set<ResourceName> leavers = ConcurrentHashMap.newKeySet();

  /** Guarded by the lock. */
  private final Echoes echoes = new Echoes();

  /** What is to be told once the lock is free. Guarded by the lock. */
  private final List<Runnable> news = new ArrayList<>();

  /**
   * Nothing is known yet.
   *
   * @param knownKinds whether all sources of a kind are known
   */
  ClusterMemory(ResourceReading reading, ClusterListener listener, Predicate<String> knownKinds) {
    this.reading = reading;
    this.listener = listener;
    this.knownKinds = knownKinds;
  }

  /** Changes shelves. */
  interface Change {
    void make();
  }

  /** Makes a change, and then tells what became different. */
  void change(Change change) {
    List<Runnable> told;
    lock.lock();
    try {
      change.make();
      told = List.copyOf(news);
      news.clear();
    } finally {
      lock.unlock();
    }
    told.forEach(Runnable::run);
  }

  /** Whether exactly this object is known already. */
  boolean isConfirmed(Shelf<?> shelf, KubeObject object) {
    return locked(() -> shelf.confirm(object));
  }

  Shelving<SnippetResource> snippetShelving() {
    return new Shelving<>(snippets, this::read);
  }

  Shelving<LibraryResource> libraryShelving() {
    return new Shelving<>(libraries, reading::library);
  }

  Shelving<SourceResource> sourceShelving(String kind) {
    return new Shelving<>(shelf(kind), reading::source);
  }

  /** Only artifacts of snippets are kept whole. */
  Shelving<KubeObject> publishedShelving() {
    return new Shelving<>(published, object -> Optional.of(object).filter(Artifacts::isOfSnippet));
  }

  /** A snippet of any namespace and with any labels, by its metadata. */
  void passing(KubeObject object) {
    if (object.isLeaving() && SnippetResource.isKept(object)) {
      if (leavers.add(object.name()) && snippets.get(object.name()).isEmpty()) {
        listener.snippetStranded(object.name());
      }
    } else {
      leavers.remove(object.name());
    }
  }

  /** A snippet of any namespace is gone. */
  void passed(Predicate<ResourceName> which) {
    leavers.removeIf(which);
  }

  /** What snippets are published as is a kind again. */
  void publishable(Predicate<ResourceName> which) {
    snippets().stream().filter(which).forEach(listener::publishedChanged);
  }

  @Override
  public Optional<SnippetResource> snippet(ResourceName name) {
    return snippets
        .get(name)
        .map(
            snippet ->
                published
                    .get(name)
                    .map(artifact -> ResourceReading.withPublished(snippet, artifact))
                    .orElse(snippet));
  }

  @Override
  public Collection<ResourceName> snippets() {
    return List.copyOf(snippets.names());
  }

  @Override
  public Optional<LibraryResource> library(ResourceName name) {
    return libraries.get(name);
  }

  @Override
  public Collection<ResourceName> libraries() {
    return List.copyOf(libraries.names());
  }

  @Override
  public Optional<SourceResource> source(String kind, ResourceName name) {
    return Optional.ofNullable(sources.get(kind)).flatMap(shelf -> shelf.get(name));
  }

  @Override
  public Optional<KubeObject> published(ResourceName snippet) {
    return published.get(snippet);
  }

  @Override
  public boolean knows(String kind) {
    return knownKinds.test(kind);
  }

  @Override
  public Set<ResourceName> usersOfLibrary(ResourceName library) {
    return locked(() -> users.ofLibrary(library));
  }

  @Override
  public Set<ResourceName> usersOfSource(String kind, ResourceName source) {
    return locked(() -> users.ofSource(kind, source));
  }

  @Override
  public Set<ResourceName> stranded() {
    return leavers.stream()
        .filter(name -> snippets.get(name).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<Edges> ofSnippet(ResourceName snippet) {
    return snippets.get(snippet).map(ClusterMemory::edges);
  }

  @Override
  public Optional<Origin> ofLibrary(ResourceName library) {
    return library(library).map(LibraryResource::origin);
  }

  @Override
  public void wrote(KubeObject object) {
    var kind = object.json().get("kind");
    if (kind == null || !kind.isJsonPrimitive()) {
      return;
    }
    switch (kind.getAsString()) {
      case "JsonnetSnippet" -> wrote(object, snippetShelving());
      case "JsonnetLibrary" -> wrote(object, libraryShelving());
      case "ExternalArtifact" -> {
        change(() -> echoes.written(object.name(), object.resourceVersion()));
        wrote(object, publishedShelving());
        wrote(object, sourceShelving(ResourceType.EXTERNAL_ARTIFACT.kind()));
      }
      default -> {}
    }
  }

  @Override
  public <R> R writing(ResourceName snippet, Supplier<R> writes) {
    change(() -> echoes.begin(snippet));
    try {
      return writes.get();
    } finally {
      change(
          () -> {
            if (echoes.end(snippet)) {
              news.add(() -> listener.publishedChanged(snippet));
            }
          });
    }
  }

  private <T> void wrote(KubeObject object, Shelving<T> shelving) {
    // The answer to the write that took away the last finalizer is the object as it was then.
    boolean gone = object.isLeaving() && object.finalizers().isEmpty();
    if (!gone && locked(() -> shelving.shelf().holds(object))) {
      // The watch was faster.
      return;
    }
    var value = shelving.reading().apply(object);
    change(
        () -> {
          if (gone) {
            shelving.shelf().remove(object, Shelf.Teller.OURSELVES);
          } else {
            value.ifPresent(it -> shelving.shelf().wrote(object, it));
          }
        });
  }

  private Optional<SnippetResource> read(KubeObject object) {
    return snippets
        .get(object.name())
        .map(before -> reading.snippet(object, before))
        .orElseGet(() -> reading.snippet(object));
  }

  private void snippetMoved(
      ResourceName name,
      @Nullable SnippetResource before,
      @Nullable SnippetResource after,
      Shelf.Teller teller) {
    if (after == null) {
      users.remove(name);
    } else if (before == null || !before.snippet().equals(after.snippet())) {
      users.put(name, edges(after));
    }
    if (Differences.ofSnippets(before, after)) {
      news.add(() -> listener.snippetChanged(name));
    }
  }

  private void libraryMoved(
      ResourceName name,
      @Nullable LibraryResource before,
      @Nullable LibraryResource after,
      Shelf.Teller teller) {
    if (after == null) {
      users.removeLibrary(name);
    } else {
      users.putLibrary(name, after.origin());
    }
    if (Differences.ofLibraries(before, after)) {
      news.add(() -> listener.libraryChanged(name));
    }
  }

  private Shelf.Moves<SourceResource> movesOf(String kind) {
    return (name, before, after, _) -> {
      if (Differences.ofSources(before, after)) {
        news.add(() -> listener.sourceChanged(kind, name));
      }
      if (after == null && isOutOfTheWay(kind, name)) {
        news.add(() -> listener.publishedChanged(name));
      }
    };
  }

  /** Where somebody else had an artifact, a snippet of that name may publish now. */
  private boolean isOutOfTheWay(String kind, ResourceName name) {
    return kind.equals(ResourceType.EXTERNAL_ARTIFACT.kind())
        && snippets.get(name).filter(it -> !it.object().isLeaving()).isPresent()
        && published.get(name).isEmpty();
  }

  private void publishedMoved(
      ResourceName name,
      @Nullable KubeObject before,
      @Nullable KubeObject after,
      Shelf.Teller teller) {
    if (teller == Shelf.Teller.SERVER
        && Differences.ofPublished(before, after)
        && !echoes.heard(name, after == null ? null : after.resourceVersion())) {
      news.add(() -> listener.publishedChanged(name));
    }
  }

  private Shelf<SourceResource> shelf(String kind) {
    return Optional.ofNullable(sources.get(kind)).orElseThrow(IllegalArgumentException::new);
  }

  private <R> R locked(Supplier<R> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  private static Edges edges(SnippetResource resource) {
    var spec = resource.snippet().spec();
    return new Edges(spec.origin(), spec.libraries());
  }

  /**
   * Where objects of a kind go.
   *
   * @param reading what is kept of one; empty if nothing is
   */
  record Shelving<T>(Shelf<T> shelf, Function<KubeObject, Optional<T>> reading) {}
}
