// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import wtf.metio.jaas.manifest.tree.Node;
import wtf.metio.jaas.manifest.tree.Node.Fields.Entry;
import wtf.metio.jaas.manifest.tree.Node.Scalar.Kind;

/** JSON as the tree that descriptions are read from. Where it stood in a text, nobody knows. */
final class JsonTree {

  /**
   * No field that is known lies as deep; in one that takes anything somebody may go deeper than a
   * thread can follow.
   */
  private static final int DEEPEST = 64;

  private static final Node.Scalar NOTHING = new Node.Scalar(0, Kind.NOTHING, "null");

  private JsonTree() {}

  static Node.Fields of(JsonObject object) {
    return fields(object, 0);
  }

  private static Node of(JsonElement element, int depth) {
    return switch (element) {
      case JsonObject object when depth < DEEPEST -> fields(object, depth);
      case JsonArray array when depth < DEEPEST -> items(array, depth);
      case JsonPrimitive primitive -> scalar(primitive);
      default -> NOTHING;
    };
  }

  private static Node.Fields fields(JsonObject object, int depth) {
    var entries = new LinkedHashMap<String, Entry>();
    object
        .entrySet()
        .forEach(
            field -> entries.put(field.getKey(), new Entry(0, of(field.getValue(), depth + 1))));
    return new Node.Fields(0, entries);
  }

  private static Node.Items items(JsonArray array, int depth) {
    List<Node> elements =
        StreamSupport.stream(array.spliterator(), false)
            .map(element -> of(element, depth + 1))
            .toList();
    return new Node.Items(0, elements);
  }

  private static Node.Scalar scalar(JsonPrimitive primitive) {
    var text = primitive.getAsString();
    if (primitive.isBoolean()) {
      return new Node.Scalar(0, Kind.FLAG, text);
    }
    if (primitive.isNumber()) {
      return new Node.Scalar(0, isWhole(text) ? Kind.WHOLE : Kind.NUMBER, text);
    }
    return new Node.Scalar(0, Kind.TEXT, text);
  }

  private static boolean isWhole(String number) {
    return number.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
  }
}
