// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads objects one by one from a stream, without what nobody here needs: who wrote which field,
 * and what was applied last.
 *
 * <p>An author can send objects that are nested as deep as the API server allows, within fields
 * that take anything. What lies deeper than any field that is known is read as null: it must not
 * end the list of everybody's objects.
 */
final class LeanJson {

  private static final int DEEPEST = 64;

  /** More than the 10,000 of the API server. */
  private static final int NESTING = 20_000;

  private static final int MOST_NAMES = 1000;

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final Set<String> DROPPED = Set.of("managedFields", LAST_APPLIED);

  private final JsonReader reader;
  private final Map<String, String> names = new HashMap<>();

  LeanJson(Reader text) {
    reader = new JsonReader(text);
    // A watch is one document behind the other.
    reader.setStrictness(Strictness.LENIENT);
    reader.setNestingLimit(NESTING);
  }

  /** For whoever walks through what is around the objects. */
  JsonReader reader() {
    return reader;
  }

  /** Reads an object; what stands in its place but is none is an empty one. */
  JsonObject object() throws IOException {
    return read(0, false) instanceof JsonObject object ? object : new JsonObject();
  }

  private JsonElement read(int depth, boolean inMetadata) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> depth < DEEPEST ? object(depth, inMetadata) : skipped();
      case BEGIN_ARRAY -> depth < DEEPEST ? array(depth) : skipped();
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> skipped();
    };
  }

  /** No number that is looked at has more than 64 bits, and nobody computes with the others. */
  private static JsonElement number(String digits) {
    try {
      return new JsonPrimitive(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      double number = Double.parseDouble(digits);
      return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    }
  }

  private JsonElement skipped() throws IOException {
    reader.skipValue();
    return JsonNull.INSTANCE;
  }

  private JsonObject object(int depth, boolean inMetadata) throws IOException {
    var object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = shared(reader.nextName());
      if (inMetadata && DROPPED.contains(name)) {
        reader.skipValue();
      } else {
        object.add(name, read(depth + 1, within(depth, inMetadata, name)));
      }
    }
    reader.endObject();
    return object;
  }

  private static boolean within(int depth, boolean inMetadata, String name) {
    return depth == 0 ? name.equals("metadata") : inMetadata;
  }

  private JsonArray array(int depth) throws IOException {
    var array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(depth + 1, false));
    }
    reader.endArray();
    return array;
  }

  /** Names of fields are the same in all objects, and kept once. */
  private String shared(String name) {
    if (names.size() < MOST_NAMES) {
      names.putIfAbsent(name, name);
    }
    return names.getOrDefault(name, name);
  }
}
