// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/**
 * Builds the value of one document.
 *
 * <p>An alias shares the value of its anchor, but counts as a copy, since whoever writes the value
 * later writes it that often.
 */
final class YamlComposer {

  private static final int MAX_DEPTH = 1000;
  private static final int MAX_VALUES = 1_000_000;
  private static final int VALUES_PER_CHECK = 1024;
  private static final String MERGE = "<<";

  private final Iterator<Event> events;
  private final Checkpoint checkpoint;

  /** What is anchored; null while it is still being built. */
  private final Map<Anchor, @Nullable Anchored> anchors = new HashMap<>();

  private int depth;
  private int values;

  /** A value and how many values it is made of. */
  private record Anchored(Json value, int size) {}

  /** A key as written; one that an alias repeats is no mistake, but wins over the first. */
  private record Name(String text, boolean isAlias) {}

  YamlComposer(Iterator<Event> events, Checkpoint checkpoint) {
    this.events = events;
    this.checkpoint = checkpoint;
  }

  /** Builds the value from the events behind the start of the document. */
  Json document() throws NativeFailure {
    return value(events.next());
  }

  private Json value(Event event) throws NativeFailure {
    count(1);
    return switch (event) {
      case AliasEvent alias -> aliased(alias.getAlias());
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent start -> anchored(start.getAnchor(), this::sequence);
      case MappingStartEvent start -> anchored(start.getAnchor(), this::mapping);
      default -> throw new IllegalStateException("no value begins with " + event);
    };
  }

  private Json scalar(ScalarEvent scalar) throws NativeFailure {
    var value = YamlScalar.of(scalar.getTag(), scalar.getValue(), scalar.isPlain()).json();
    scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(value, 1)));
    return value;
  }

  private Json aliased(Anchor alias) throws NativeFailure {
    if (!anchors.containsKey(alias)) {
      throw YamlReading.failure("unknown anchor '" + alias + "' referenced");
    }
    var anchored = anchors.get(alias);
    if (anchored == null) {
      throw YamlReading.failure("anchor '" + alias + "' value contains itself");
    }
    count(anchored.size());
    return anchored.value();
  }

  /** Builds a container. */
  private interface Container {
    Json build() throws NativeFailure;
  }

  private Json anchored(Optional<Anchor> anchor, Container container) throws NativeFailure {
    int before = values;
    if (++depth > MAX_DEPTH) {
      throw YamlReading.failure("nested deeper than " + MAX_DEPTH + " levels");
    }
    anchor.ifPresent(name -> anchors.put(name, null));
    var value = container.build();
    anchor.ifPresent(name -> anchors.put(name, new Anchored(value, values - before)));
    depth--;
    return value;
  }

  private Json sequence() throws NativeFailure {
    List<Json> elements = new ArrayList<>();
    for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      elements.add(value(event));
    }
    return new Json.Arr(elements);
  }

  private Json mapping() throws NativeFailure {
    var fields = new LinkedHashMap<String, Json>();
    var merged = new ArrayList<Json>();
    var names = new HashSet<Name>();
    for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      requireNew(event, names);
      if (isMerge(event)) {
        merged.add(value(events.next()));
      } else {
        field(value(event), fields);
      }
    }
    for (var source : merged) {
      merge(source, fields);
    }
    return new Json.Obj(fields);
  }

  private static boolean isMerge(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getTag().isEmpty()
        && scalar.getValue().equals(MERGE);
  }

  private static void requireNew(Event key, Set<Name> names) throws NativeFailure {
    var name =
        switch (key) {
          case ScalarEvent scalar -> new Name(scalar.getValue(), false);
          case AliasEvent alias -> new Name(alias.getAlias().getValue(), true);
          default -> null;
        };
    if (name != null && !names.add(name)) {
      throw YamlReading.failure("mapping key \"" + name.text() + "\" already defined");
    }
  }

  private void field(Json key, Map<String, Json> fields) throws NativeFailure {
    if (!(key instanceof Json.Str(var name))) {
      throw new NativeFailure("converting yaml to json: a key of a mapping is no string");
    }
    fields.put(name, value(events.next()));
  }

  /** What is there already wins, be it written here or merged before. */
  private void merge(Json source, SequencedMap<String, Json> fields) throws NativeFailure {
    switch (source) {
      case Json.Obj(var more) -> {
        count(more.size());
        more.forEach(fields::putIfAbsent);
      }
      case Json.Arr(var sources) when sources.stream().allMatch(Json.Obj.class::isInstance) -> {
        for (var each : sources) {
          merge(each, fields);
        }
      }
      default ->
          throw YamlReading.failure("map merge requires map or sequence of maps as the value");
    }
  }

  private void count(int more) throws NativeFailure {
    if (values / VALUES_PER_CHECK != (values + more) / VALUES_PER_CHECK) {
      checkpoint.check();
    }
    values += more;
    if (values > MAX_VALUES) {
      throw YamlReading.failure(
          "more than " + MAX_VALUES + " values, with those that aliases stand for");
    }
  }
}
