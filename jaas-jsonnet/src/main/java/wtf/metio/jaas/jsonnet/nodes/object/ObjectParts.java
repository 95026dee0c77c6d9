// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/**
 * What an object is made of when its field names are computed.
 *
 * @param locals bound to the first slots of the object's frame
 * @param slots size of the object's frame
 */
public record ObjectParts(
    List<Field> fields, Computation[] locals, Computation[] assertions, int slots) {

  /**
   * A field.
   *
   * @param name run outside of the object
   * @param plus whether it extends the field of the object below
   * @param body run in the frame of the object
   */
  public record Field(Place place, Node name, boolean plus, Visibility visibility, Node body) {

    /** The field under a name now known, or null when the name is null and there is no field. */
    Layout.@Nullable Field named(Evaluation evaluation, Frame frame) {
      Value value = name.run(evaluation, frame);
      if (value instanceof NullValue) {
        return null;
      }
      if (!(value instanceof StringValue string)) {
        throw place.failure("Field name must be string, got " + value.type().text());
      }
      var text = string.value();
      return new Layout.Field(text, visibility, plus ? new PlusField(text, body) : body);
    }
  }

  /** The fields with their names, computed in order, in the frame around the object. */
  Layout layout(Evaluation evaluation, Frame frame) {
    var named = new ArrayList<Layout.Field>(fields.size());
    Set<String> names = new HashSet<>();
    for (var field : fields) {
      var next = field.named(evaluation, frame);
      if (next != null) {
        if (!names.add(next.name())) {
          throw field.place().at(ObjectValue.duplicateField(next.name()));
        }
        named.add(next);
      }
    }
    return layout(named);
  }

  Layout layout(List<Layout.Field> named) {
    return new Layout(named, locals, assertions, slots);
  }
}
