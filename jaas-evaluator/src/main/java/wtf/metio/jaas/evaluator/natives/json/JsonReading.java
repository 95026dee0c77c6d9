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

  /** The first number that is too large; told when nothing is wrong with the text. */
  private @Nullable String tooLarge;

  private JsonReading() {}

  /**
   * Reads a text.
   *
   * @throws NativeFailure with Go's message if it is no JSON or a number is too large
   */
  public static Json read(String text, Checkpoint checkpoint) throws NativeFailure {
    var reading = new JsonReading();
    JsonPieces.scan(text, reading, checkpoint);
    if (reading.tooLarge != null) {
      throw new NativeFailure(
          "json: cannot unmarshal number " + reading.tooLarge + " into Go value of type float64");
    }
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
  public void key(String name, String written) {
    if (open.element() instanceof ObjectContainer object) {
      object.key = name;
    }
  }

  @Override
  public void string(String value, String written) {
    add(new Json.Str(value));
  }

  @Override
  public void number(String written) {
    double number = Double.parseDouble(written);
    if (Double.isInfinite(number) && tooLarge == null) {
      tooLarge = written;
    }
    add(new Json.Num(number));
  }

  @Override
  public void word(String word) {
    add(word.equals("null") ? new Json.Null() : new Json.Bool(word.equals("true")));
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
