// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.operator.feed.Versions;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * The objects of one kind, as the newest word about each says.
 *
 * <p>Words come from watches, from lists and from the answers to what this process wrote. The last
 * ones are often faster, so an older word does not undo them. They are believed only until a list
 * that was begun later is complete: a cluster that was restored from a snapshot has forgotten them,
 * and its versions are older.
 *
 * <p>Anybody may read at any time; whoever changes something holds the lock of the owner.
 */
final class Shelf<T> {

  /** Enough for those that are deleted while an answer is on its way. */
  private static final int MOST_BURIED = 4096;

  private final Map<ResourceName, Held<T>> held = new ConcurrentHashMap<>();
  private final Map<ResourceName, String> buried = new LinkedHashMap<>();
  private final Moves<T> moves;
  private long clock;

  /** Hears what became different, within the lock. */
  interface Moves<T> {

    /**
     * An object changed.
     *
     * @param before null if it was not there
     * @param after null if it is not there any more
     */
    void moved(ResourceName name, @Nullable T before, @Nullable T after, Teller teller);
  }

  /** From whom it is known. */
  enum Teller {
    SERVER,
    OURSELVES
  }

  /**
   * An object.
   *
   * @param written when this process wrote it, if no watch has told of it since; zero otherwise
   */
  private record Held<T>(T value, String uid, String version, long written) {

    Held<T> confirmed() {
      return written == 0 ? this : new Held<>(value, uid, version, 0);
    }
  }

  Shelf(Moves<T> moves) {
    this.moves = moves;
  }

  Optional<T> get(ResourceName name) {
    return Optional.ofNullable(held.get(name)).map(Held::value);
  }

  Set<ResourceName> names() {
    return held.keySet();
  }

  /** A list begins; the moment is asked for at its end. */
  long begin() {
    return ++clock;
  }

  /** Whether exactly this is on the shelf already. */
  boolean holds(KubeObject object) {
    var now = held.get(object.name());
    return now != null
        && now.version().equals(object.resourceVersion())
        && now.uid().equals(object.uid());
  }

  /** The same; if so, it is confirmed by that. */
  boolean confirm(KubeObject object) {
    if (!holds(object)) {
      return false;
    }
    held.computeIfPresent(object.name(), (_, now) -> now.confirmed());
    return true;
  }

  /**
   * Takes in what the server tells.
   *
   * @param asOf the moment at which the server was asked; of a watch, zero
   */
  void tell(KubeObject object, T value, long asOf) {
    var now = held.get(object.name());
    if (now == null || !isOlder(object, now, asOf)) {
      put(object, value, 0, Teller.SERVER);
    }
  }

  /** Takes in what the server answered to a write of this process. */
  void wrote(KubeObject object, T value) {
    var now = held.get(object.name());
    var grave = buried.getOrDefault(object.name(), "");
    boolean known = now != null && Versions.compare(object.resourceVersion(), now.version()) <= 0;
    if (!known && Versions.compare(object.resourceVersion(), grave) > 0) {
      put(object, value, ++clock, Teller.OURSELVES);
    }
  }

  /** Takes in that an object is gone. */
  void remove(KubeObject object, Teller teller) {
    var now = held.get(object.name());
    if (now == null || !isOlder(object, now, 0)) {
      bury(object.name(), object.resourceVersion());
      drop(object.name(), teller);
    }
  }

  /**
   * Takes in that nothing else is there.
   *
   * @param began the moment at which the list was begun
   */
  void end(Set<ResourceName> listed, long began, String version, Predicate<ResourceName> scope) {
    // Graves from a time that a restored cluster has not reached are none.
    buried.values().removeIf(grave -> Versions.compare(grave, version) > 0);
    for (var name : new HashSet<>(held.keySet())) {
      var now = held.get(name);
      if (now != null && scope.test(name) && !listed.contains(name) && now.written() <= began) {
        bury(name, version);
        drop(name, Teller.SERVER);
      }
    }
  }

  /** Takes in that there is nothing at all. */
  void clear(Predicate<ResourceName> scope) {
    List.copyOf(held.keySet()).stream().filter(scope).forEach(it -> drop(it, Teller.SERVER));
    buried.keySet().removeIf(scope);
  }

  /** Takes away what is of no interest any more, as the server tells it. */
  void drop(ResourceName name, Teller teller) {
    var before = held.remove(name);
    if (before != null) {
      moves.moved(name, before.value(), null, teller);
    }
  }

  private boolean isOlder(KubeObject object, Held<T> now, long asOf) {
    return now.written() > asOf && Versions.compare(object.resourceVersion(), now.version()) < 0;
  }

  private void put(KubeObject object, T value, long written, Teller teller) {
    var name = object.name();
    buried.remove(name);
    var after = new Held<>(value, object.uid(), object.resourceVersion(), written);
    var before = held.put(name, after);
    moves.moved(name, before == null ? null : before.value(), value, teller);
  }

  private void bury(ResourceName name, String version) {
    buried.put(name, version);
    if (buried.size() > MOST_BURIED) {
      buried.remove(buried.keySet().iterator().next());
    }
  }
}
