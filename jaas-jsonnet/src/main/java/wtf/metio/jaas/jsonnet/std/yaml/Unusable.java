// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.text.NumberText;

/**
 * What YAML has and the language has not: keys that can name no field, infinite numbers.
 *
 * <p>They are noted while a document is read and refused at its end, if they are still part of it:
 * a later field may have overwritten them.
 */
final class Unusable {

  private final Evaluation evaluation;
  private final Map<ObjectValue, Entry> entries = new IdentityHashMap<>();
  private boolean endless;

  Unusable(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** A key that can name no field, and what it stands for. */
  record Entry(Scalars.Scalar key, Value content) {}

  /** Notes that an object lacks an entry. */
  void note(ObjectValue object, Entry entry) {
    entries.put(object, entry);
  }

  /** Notes a number if it is one that the language does not have. */
  NumberValue noted(NumberValue number) {
    endless |= !Double.isFinite(number.value());
    return number;
  }

  /** Fails if a document holds anything that was noted. */
  void refuse(Value document) {
    if (!entries.isEmpty()) {
      refuseKeys(document);
    }
    if (endless) {
      refuseNumbers(document);
    }
  }

  private void refuseKeys(Value value) {
    if (value instanceof ObjectValue object) {
      var entry = entries.get(object);
      if (entry != null) {
        throw YamlFailure.conversion(
            "unsupported map key of type: "
                + Keys.describe(entry.key())
                + ", value: "
                + GoSyntax.of(evaluation, entry.content()));
      }
    }
    forEachPart(value, this::refuseKeys);
  }

  private void refuseNumbers(Value value) {
    if (value instanceof NumberValue number && !Double.isFinite(number.value())) {
      throw YamlFailure.conversion("json: unsupported value: " + NumberText.output(number.value()));
    }
    forEachPart(value, this::refuseNumbers);
  }

  private void forEachPart(Value value, Consumer<Value> action) {
    evaluation.descend();
    evaluation.step();
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        action.accept(array.element(evaluation, i));
      }
    }
    if (value instanceof ObjectValue object) {
      for (var name : object.visibleNames()) {
        action.accept(object.get(evaluation, name));
      }
    }
    evaluation.ascend();
  }
}
