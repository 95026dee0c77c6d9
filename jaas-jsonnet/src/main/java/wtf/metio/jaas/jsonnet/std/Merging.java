// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Constant;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Expect;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.std.sequence.Deferred;
import wtf.metio.jaas.jsonnet.std.sequence.Gathering;
import wtf.metio.jaas.jsonnet.text.CodePoints;

/** Objects made from objects, all the way down. */
final class Merging {

  private Merging() {}

  static void register(Registry registry) {
    registry.lazy("mergePatch", "target", "patch", Merging::mergePatch);
    registry.lazy("prune", "a", (e, a) -> prune(e, a.force(e)));
    registry.strict("$objectFlatMerge", "x", Merging::flatMerge);
  }

  private static Value mergePatch(Evaluation evaluation, Value target, Value patch) {
    return patch.force(evaluation) instanceof ObjectValue changes
        ? patched(
            evaluation,
            target.force(evaluation) instanceof ObjectValue base ? base : ObjectValue.EMPTY,
            changes)
        : patch.force(evaluation);
  }

  /** Walks through the names of both sides, which are in order. */
  private static Value patched(Evaluation evaluation, ObjectValue base, ObjectValue changes) {
    var baseNames = base.visibleNames();
    var names = changes.visibleNames();
    evaluation.reserve((baseNames.length + names.length) * Deferred.BYTES);
    var fields = new ArrayList<Layout.Field>(baseNames.length + names.length);
    int next = 0;
    for (var name : names) {
      evaluation.step();
      while (next < baseNames.length && CodePoints.compare(baseNames[next], name) < 0) {
        fields.add(kept(evaluation, base, baseNames[next++]));
      }
      boolean inBoth = next < baseNames.length && baseNames[next].equals(name);
      next += inBoth ? 1 : 0;
      var change = changes.get(evaluation, name);
      if (change != NullValue.NULL) {
        fields.add(changed(inBoth ? base : null, name, change));
      }
    }
    while (next < baseNames.length) {
      fields.add(kept(evaluation, base, baseNames[next++]));
    }
    return Fields.object(fields);
  }

  // What is known already is not read from the target, so that nobody holds on to that.
  private static Layout.Field kept(Evaluation evaluation, ObjectValue base, String name) {
    var known = base.known(evaluation, name);
    return Fields.field(name, known == null ? new Deferred.Read(base, name) : Constant.of(known));
  }

  private static Layout.Field changed(@Nullable ObjectValue base, String name, Value change) {
    return Fields.field(
        name,
        base == null && !(change instanceof ObjectValue)
            ? Constant.of(change)
            : new Patched(base, name, change));
  }

  /** A field that the patch has, and the target too unless that is null. */
  private static final class Patched extends Computation {
    private final @Nullable ObjectValue base;
    private final String name;
    private final Value change;

    Patched(@Nullable ObjectValue base, String name, Value change) {
      this.base = base;
      this.name = name;
      this.change = change;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      // The target's value is computed even where the patch replaces it, as in the reference.
      var before = base == null ? NullValue.NULL : base.get(evaluation, name);
      return mergePatch(evaluation, before, change);
    }
  }

  private static Value prune(Evaluation evaluation, Value value) {
    evaluation.step();
    return switch (value) {
      case ArrayValue array -> {
        evaluation.descend();
        var pruned = pruneArray(evaluation, array);
        evaluation.ascend();
        yield pruned;
      }
      case ObjectValue object -> {
        evaluation.descend();
        var pruned = pruneObject(evaluation, object);
        evaluation.ascend();
        yield pruned;
      }
      default -> value;
    };
  }

  private static Value pruneArray(Evaluation evaluation, ArrayValue array) {
    var kept = new Gathering(evaluation, array.size());
    for (int i = 0; i < array.size(); i++) {
      var pruned = prune(evaluation, array.element(evaluation, i));
      if (hasContent(pruned)) {
        kept.add(pruned);
      }
    }
    return kept.array();
  }

  private static Value pruneObject(Evaluation evaluation, ObjectValue object) {
    var fields = new ArrayList<Layout.Field>();
    for (var name : object.visibleNames()) {
      var pruned = prune(evaluation, object.get(evaluation, name));
      if (hasContent(pruned)) {
        fields.add(Fields.field(name, Constant.of(pruned)));
      }
    }
    return Fields.object(fields);
  }

  private static boolean hasContent(Value value) {
    return switch (value) {
      case NullValue _ -> false;
      case ArrayValue array -> array.size() > 0;
      case ObjectValue object -> object.visibleNames().length > 0;
      default -> true;
    };
  }

  /** Objects without a field in common as one; comprehensions of the reference are made of it. */
  private static Value flatMerge(Evaluation evaluation, Value x) {
    var objects = Expect.array(x);
    var merged = ObjectValue.EMPTY;
    for (int i = 0; i < objects.size(); i++) {
      var object = Expect.object(objects.element(evaluation, i));
      for (var name : List.of(object.allNames(evaluation))) {
        evaluation.steps(1 + (i >> 6));
        if (merged.has(evaluation, name)) {
          throw ObjectValue.duplicateField(name);
        }
      }
      merged = merged.extend(evaluation, object);
    }
    return merged;
  }
}
