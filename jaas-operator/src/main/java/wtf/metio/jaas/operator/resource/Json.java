// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import wtf.metio.jaas.domain.notation.Sha256;

/** Reads JSON that anybody may have written: what is of another type is not there. */
final class Json {

  private Json() {}

  static JsonObject part(JsonObject object, String field) {
    return object.get(field) instanceof JsonObject part ? part : new JsonObject();
  }

  /** The objects in a list; other elements are passed over. */
  static List<JsonObject> parts(JsonObject object, String field) {
    return object.get(field) instanceof JsonArray array
        ? StreamSupport.stream(array.spliterator(), false)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }

  static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonPrimitive text && text.isString()
        ? text.getAsString()
        : "";
  }

  static long number(JsonObject object, String field) {
    if (object.get(field) instanceof JsonPrimitive number && number.isNumber()) {
      try {
        return Long.parseLong(number.getAsString());
      } catch (NumberFormatException _) {
        return 0;
      }
    }
    return 0;
  }

  static Optional<Instant> time(JsonObject object, String field) {
    try {
      return Optional.of(text(object, field))
          .filter(text -> !text.isEmpty())
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static boolean isHash(String text) {
    return Sha256.isWritten(text);
  }
}
