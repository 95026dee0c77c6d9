// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.profile.StackTime;

/**
 * All stacks that were seen, as a tree, with the time spent in each.
 *
 * <p>Bounded: when it is full, stacks that are not in it yet count with the longest beginning that
 * is.
 */
final class CallTree {

  private static final int MOST_NODES = 200_000;

  private final Node root = new Node(null, null);
  private final ArrayList<Node> open = new ArrayList<>();
  private Node current = root;
  private int nodes;

  private static final class Node {
    private final @Nullable Node parent;
    private final @Nullable Site site;
    private final Map<Site, Node> children = new IdentityHashMap<>(4);
    private long nanos;
    private long reads;

    Node(@Nullable Node parent, @Nullable Site site) {
      this.parent = parent;
      this.site = site;
    }
  }

  void enter(Site site) {
    open.add(current);
    var known = current.children.get(site);
    current = known == null ? grow(site) : known;
  }

  private Node grow(Site site) {
    if (nodes == MOST_NODES) {
      return current;
    }
    nodes++;
    var made = new Node(current, site);
    current.children.put(site, made);
    return made;
  }

  void exit() {
    // A native stack that overflows may leave an end without its beginning.
    current = open.isEmpty() ? root : open.removeLast();
  }

  void charge(long nanos) {
    current.nanos += nanos;
    current.reads++;
  }

  /** The stacks with their times, readings of the clock taken off. */
  List<StackTime> stacks(double nanosPerRead) {
    List<StackTime> stacks = new ArrayList<>();
    List<Node> pending = new ArrayList<>(root.children.values());
    while (!pending.isEmpty()) {
      var next = pending.removeLast();
      pending.addAll(next.children.values());
      long net = Site.net(next.nanos, next.reads, nanosPerRead);
      if (net > 0) {
        stacks.add(new StackTime(frames(next), net));
      }
    }
    return stacks;
  }

  private static List<String> frames(Node innermost) {
    List<String> frames = new ArrayList<>();
    for (var at = innermost; at != null && at.site != null; at = at.parent) {
      frames.addFirst(label(at.site));
    }
    return frames;
  }

  private static String label(Site site) {
    var spot = site.spot();
    return spot == null ? site.name : site.name + " (" + spot.file() + ':' + spot.line() + ')';
  }
}
