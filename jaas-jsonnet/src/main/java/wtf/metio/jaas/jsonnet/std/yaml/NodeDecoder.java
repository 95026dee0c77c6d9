// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.json.DataObject;

/**
 * Makes a value of the nodes of a document.
 *
 * <p>Aliases are copies of their targets. Where copies of copies make most of the work, the
 * document is refused: a few lines may ask for more than fits anywhere.
 */
final class NodeDecoder {

  private final Evaluation evaluation;
  private final AliasBudget budget = new AliasBudget();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Unusable unusable;

  NodeDecoder(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.unusable = new Unusable(evaluation);
  }

  Value document(Node root) {
    // The document counts as a node.
    budget.count();
    var value = value(root);
    unusable.refuse(value);
    return value;
  }

  private Value value(Node node) {
    budget.count();
    evaluation.step();
    return switch (node) {
      case Node.Scalar scalar -> value(Scalars.of(scalar));
      case Node.Sequence(var items) -> sequence(items);
      case Node.Mapping mapping -> mapping(mapping);
      case Node.Alias alias -> alias(alias);
    };
  }

  private Value value(Scalars.Scalar scalar) {
    return switch (scalar) {
      case Scalars.Null() -> NullValue.NULL;
      case Scalars.Bool(var value) -> BooleanValue.of(value);
      case Scalars.Whole(var value) -> NumberValue.of(value.doubleValue());
      case Scalars.Decimal(var value) -> unusable.noted(NumberValue.of(value));
      case Scalars.Text(var value) -> StringValue.of(value);
      case Scalars.Date(var value) -> StringValue.of(value);
    };
  }

  private Value sequence(List<Node> items) {
    evaluation.descend();
    var values = new Value[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(items.get(i));
    }
    evaluation.ascend();
    return ArrayValue.of(values);
  }

  private Value alias(Node.Alias alias) {
    enter(alias);
    var value = value(alias.target());
    leave(alias);
    return value;
  }

  private void enter(Node.Alias alias) {
    if (!open.add(alias)) {
      throw YamlFailure.of("anchor '" + alias.name() + "' value contains itself");
    }
    budget.enterAlias();
  }

  private void leave(Node.Alias alias) {
    budget.leaveAlias();
    open.remove(alias);
  }

  private Value mapping(Node.Mapping mapping) {
    var fields = new Fields();
    fill(mapping.entries(), fields);
    var object = DataObject.of(fields.byName);
    if (fields.unusable != null) {
      unusable.note(object, fields.unusable);
    }
    return object;
  }

  /** What a mapping is made of; what merges add and later fields overwrite. */
  private static final class Fields {

    private final Map<String, Value> byName = new HashMap<>();
    private Unusable.@Nullable Entry unusable;
  }

  private void fill(List<Node> entries, Fields fields) {
    evaluation.descend();
    for (int i = 0; i < entries.size(); i += 2) {
      if (isMerge(entries.get(i))) {
        merge(entries.get(i + 1), fields);
      } else {
        field(entries.get(i), entries.get(i + 1), fields);
      }
    }
    evaluation.ascend();
  }

  private void field(Node key, Node value, Fields fields) {
    var scalar = keyScalar(key);
    var name = Keys.name(scalar);
    var content = value(value);
    if (name == null) {
      fields.unusable = new Unusable.Entry(scalar, content);
    } else {
      fields.byName.put(name, content);
    }
  }

  private Scalars.Scalar keyScalar(Node key) {
    if (key instanceof Node.Alias alias && alias.target() instanceof Node.Scalar scalar) {
      budget.count();
      enter(alias);
      budget.count();
      leave(alias);
      return Scalars.of(scalar);
    }
    if (key instanceof Node.Scalar scalar) {
      budget.count();
      return Scalars.of(scalar);
    }
    throw YamlFailure.of("invalid map key: " + GoSyntax.of(evaluation, value(key)));
  }

  private static boolean isMerge(Node key) {
    return key instanceof Node.Scalar scalar
        && scalar.value().equals("<<")
        && (scalar.plain() || scalar.tag().equals(Scalars.MERGE));
  }

  private void merge(Node node, Fields fields) {
    if (node instanceof Node.Sequence(var items)) {
      // The first one counts most, so it comes last.
      for (var item : items.reversed()) {
        mergeOne(item, fields);
      }
    } else {
      mergeOne(node, fields);
    }
  }

  private void mergeOne(Node node, Fields fields) {
    budget.count();
    evaluation.step();
    switch (node) {
      case Node.Mapping(var entries) -> fill(entries, fields);
      case Node.Alias alias when alias.target() instanceof Node.Mapping(var entries) -> {
        enter(alias);
        budget.count();
        fill(entries, fields);
        leave(alias);
      }
      default -> throw YamlFailure.of("map merge requires map or sequence of maps as the value");
    }
  }
}
