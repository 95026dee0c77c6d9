// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.watch;

import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wtf.metio.jaas.operator.feed.Audience;
import wtf.metio.jaas.operator.feed.Feed;
import wtf.metio.jaas.operator.feed.Standing;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Follows which kinds are defined, so that a feed begins as soon as its kind is there, and begins
 * anew if it is another one.
 */
final class Definitions implements Audience {

  /** The feeds of a kind by the name of its definition. */
  private final Map<String, List<Feed>> feeds;

  private final Map<String, String> defined = new ConcurrentHashMap<>();
  private final Set<String> listed = new HashSet<>();

  Definitions(Map<String, List<Feed>> feeds) {
    this.feeds = Map.copyOf(feeds);
  }

  /** Whether a kind is defined, as far as is known. */
  boolean has(String qualified) {
    return defined.containsKey(qualified);
  }

  @Override
  public void listBegins() {
    listed.clear();
  }

  @Override
  public void listed(KubeObject object) {
    listed.add(name(object));
    changed(object);
  }

  @Override
  public void listEnds(String version) {
    for (var name : Set.copyOf(defined.keySet())) {
      if (!listed.contains(name)) {
        gone(name);
      }
    }
    listed.clear();
  }

  @Override
  public void changed(KubeObject object) {
    var name = name(object);
    if (!feeds.containsKey(name)) {
      return;
    }
    var before = defined.put(name, object.uid());
    if (before != null && !before.equals(object.uid())) {
      of(name).forEach(Feed::restart);
    } else {
      of(name).stream().filter(feed -> feed.standing() == Standing.ABSENT).forEach(Feed::nudge);
    }
  }

  @Override
  public void removed(KubeObject object) {
    gone(name(object));
  }

  @Override
  public void absent() {
    // Without definitions there are none of our kinds; their feeds find out.
  }

  private void gone(String name) {
    if (defined.remove(name) != null) {
      of(name).forEach(Feed::restart);
    }
  }

  private List<Feed> of(String name) {
    return feeds.getOrDefault(name, List.of());
  }

  private static String name(KubeObject definition) {
    return definition.part("metadata").get("name") instanceof JsonPrimitive name
        ? name.getAsString()
        : "";
  }
}
