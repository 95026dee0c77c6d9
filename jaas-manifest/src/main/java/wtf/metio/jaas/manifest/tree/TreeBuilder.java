// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import wtf.metio.jaas.manifest.tree.Node.Fields.Entry;

/** Builds the tree of one document. An alias shares the tree of its anchor, but costs a copy. */
final class TreeBuilder {

  private static final int MAX_DEPTH = 200;
  private static final String MERGE = "<<";

  private final int document;
  private final Iterator<Event> events;
  private final Budget budget;
  private final List<Flaw> flaws;

  /** What is anchored; null while it is still being built. */
  private final Map<Anchor, @Nullable Anchored> anchors = new HashMap<>();

  private int depth;

  private record Anchored(Node node, int size) {}

  TreeBuilder(int document, Iterator<Event> events, Budget budget, List<Flaw> flaws) {
    this.document = document;
    this.events = events;
    this.budget = budget;
    this.flaws = flaws;
  }

  /** Builds the tree that begins with this event. */
  Node build(Event first) throws UnreadableException {
    return node(first, "");
  }

  private Node node(Event event, String path) throws UnreadableException {
    int line = TreeReader.line(event);
    budget.take(1, line);
    return switch (event) {
      case AliasEvent alias -> aliased(alias.getAlias(), line);
      case ScalarEvent scalar -> {
        var node = ScalarReading.read(scalar);
        scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, 1)));
        yield node;
      }
      case SequenceStartEvent start ->
          nested(start.getAnchor(), line, () -> new Node.Items(line, elements(path)));
      case MappingStartEvent start ->
          nested(start.getAnchor(), line, () -> new Node.Fields(line, entries(path)));
      default -> throw new IllegalStateException("no value begins with " + event.getEventId());
    };
  }

  private Node aliased(Anchor alias, int line) throws UnreadableException {
    var anchored = anchors.get(alias);
    if (anchored == null) {
      var wrong = anchors.containsKey(alias) ? "contains itself" : "is not known";
      throw new UnreadableException(line, "the anchor \"" + alias + "\" " + wrong);
    }
    budget.take(anchored.size(), line);
    return anchored.node();
  }

  /** Builds what has parts. */
  private interface Parts {
    Node build() throws UnreadableException;
  }

  private Node nested(Optional<Anchor> anchor, int line, Parts parts) throws UnreadableException {
    int before = budget.used();
    if (++depth > MAX_DEPTH) {
      throw new UnreadableException(line, "the document has more than " + MAX_DEPTH + " levels");
    }
    anchor.ifPresent(name -> anchors.put(name, null));
    var node = parts.build();
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, budget.used() - before)));
    depth--;
    return node;
  }

  private List<Node> elements(String path) throws UnreadableException {
    List<Node> elements = new ArrayList<>();
    for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      elements.add(node(event, path + '[' + elements.size() + ']'));
    }
    return elements;
  }

  private SequencedMap<String, Entry> entries(String path) throws UnreadableException {
    var entries = new LinkedHashMap<String, Entry>();
    List<Node> merged = new ArrayList<>();
    for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      int line = TreeReader.line(event);
      if (isMerge(event)) {
        merged.add(node(events.next(), path));
      } else {
        var name = name(node(event, path));
        var field = field(path, name);
        var entry = new Entry(line, node(events.next(), field));
        if (entries.putIfAbsent(name, entry) != null) {
          flaws.add(new Flaw(document, line, field, "is given twice"));
        }
      }
    }
    for (var source : merged) {
      merge(source, entries);
    }
    return entries;
  }

  private static String field(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private static boolean isMerge(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getTag().isEmpty()
        && scalar.getValue().equals(MERGE);
  }

  private static String name(Node key) throws UnreadableException {
    return switch (key) {
      case Node.Scalar(var line, var kind, var text) ->
          switch (kind) {
            case TEXT, WHOLE, NUMBER -> text;
            case FLAG -> Boolean.toString(ScalarReading.isTrue(text));
            case NOTHING -> throw new UnreadableException(line, "a field has no name");
          };
      case Node.Items items ->
          throw new UnreadableException(items.line(), "the name of a field is a list");
      case Node.Fields fields ->
          throw new UnreadableException(fields.line(), "the name of a field is an object");
    };
  }

  /** What is there already wins, be it written here or merged before. */
  private void merge(Node source, SequencedMap<String, Entry> entries) throws UnreadableException {
    switch (source) {
      case Node.Fields(var line, var more) -> {
        budget.take(more.size(), line);
        more.forEach(entries::putIfAbsent);
      }
      case Node.Items(var line, var sources) -> {
        for (var each : sources) {
          if (!(each instanceof Node.Fields)) {
            throw new UnreadableException(line, "\"<<\" merges objects only");
          }
          merge(each, entries);
        }
      }
      case Node.Scalar scalar ->
          throw new UnreadableException(scalar.line(), "\"<<\" merges objects only");
    }
  }
}
