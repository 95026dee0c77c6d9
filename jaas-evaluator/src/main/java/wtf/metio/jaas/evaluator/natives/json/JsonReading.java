// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Builds values from a JSON text. Of two fields of one name the second counts. */
public final class JsonReading implements JsonSink {

  private final Deque<Container> open = new ArrayDeque<>();
  private @Nullable Json result;

  private JsonReading() {}

  /**
   * Reads a text.
   *
   * @throws NativeFailure with Go's message if it is no JSON or a number is too large
   */
  public static Json read(String text, Checkpoint checkpoint) throws NativeFailure {
    var reading = new JsonReading();
    new JsonScanner(text, reading, checkpoint).scan();
    var result = reading.result;
    if (result == null) {
      throw new IllegalStateException("a JSON text without a value");
    }
    return result;
  }

  @Override
  public void beginArray() {
    open.push(new ArrayContainer(new ArrayList<>()));
  }

  @Override
  public void beginObject() {
    open.push(new ObjectContainer());
  }

  @Override
  public void key(String raw) {
    if (open.element() instanceof ObjectContainer object) {
      object.key = JsonStrings.decode(raw);
    }
  }

  @Override
  public void scalar(String raw) throws NativeFailure {
    add(value(raw));
  }

  @Override
  public void end() {
    add(open.pop().value());
  }

  private void add(Json value) {
    if (open.isEmpty()) {
      result = value;
    } else {
      open.element().add(value);
    }
  }

  private static Json value(String raw) throws NativeFailure {
    return switch (raw.charAt(0)) {
      case '"' -> new Json.Str(JsonStrings.decode(raw));
      case 'n' -> new Json.Null();
      case 't', 'f' -> new Json.Bool(raw.equals("true"));
      default -> number(raw);
    };
  }

  private static Json number(String raw) throws NativeFailure {
    double number = Double.parseDouble(raw);
    if (Double.isInfinite(number)) {
      throw new NativeFailure(
          "json: cannot unmarshal number " + raw + " into Go value of type float64");
    }
    return new Json.Num(number);
  }

  /** What is being filled. */
  private sealed interface Container {

    void add(Json value);

    Json value();
  }

  private record ArrayContainer(List<Json> elements) implements Container {

    @Override
    public void add(Json value) {
      elements.add(value);
    }

    @Override
    public Json value() {
      return new Json.Arr(elements);
    }
  }

  private static final class ObjectContainer implements Container {

    private final LinkedHashMap<String, Json> fields = new LinkedHashMap<>();
    private String key = "";

    @Override
    public void add(Json value) {
      fields.put(key, value);
    }

    @Override
    public Json value() {
      return new Json.Obj(fields);
    }
  }
}
