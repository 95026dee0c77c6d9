// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.manifest.JsonWriter;
import wtf.metio.jaas.jsonnet.manifest.OutputBuffer;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** Writes the value of a program in the form that was asked for. */
final class Rendering {

  private final Evaluation evaluation;
  private final long maxBytes;

  Rendering(Evaluation evaluation, long maxBytes) {
    this.evaluation = evaluation;
    this.maxBytes = maxBytes;
  }

  Output render(Value value, OutputForm form) {
    return switch (form) {
      case JSON -> new Output.Text(document(value));
      case STRING -> new Output.Text(string(value));
      case MULTI -> files(value, false);
      case MULTI_STRING -> files(value, true);
      case STREAM -> stream(value);
    };
  }

  private byte[] document(Value value) {
    var out = buffer();
    JsonWriter.document(evaluation, out, value);
    out.ascii('\n');
    return out.toBytes();
  }

  private byte[] string(Value value) {
    if (!(value instanceof StringValue string)) {
      throw JsonnetException.runtime("expected string result, got: " + value.type().text());
    }
    var out = buffer();
    out.raw(string.value());
    out.ascii('\n');
    return out.toBytes();
  }

  private Output files(Value value, boolean strings) {
    if (!(value instanceof ObjectValue object)) {
      // The value is written in full before its type is looked at.
      document(value);
      throw JsonnetException.runtime(
          "multi mode: top-level object was a "
              + value.type().text()
              + ", should be an object whose keys are filenames and values hold the JSON for that"
              + " file.");
    }
    object.checkAssertionsBeforeWriting(evaluation);
    var contents = new LinkedHashMap<String, byte[]>();
    long size = 0;
    for (var name : object.visibleNames()) {
      var content = file(object, name, strings);
      size += content.length;
      if (size > maxBytes) {
        throw evaluation.limit("the output is larger than " + maxBytes + " bytes");
      }
      contents.put(name, content);
    }
    return new Output.Files(contents);
  }

  private byte[] file(ObjectValue object, String name, boolean strings) {
    Value value;
    try {
      value = object.get(evaluation, name);
      if (!strings) {
        return document(value);
      }
    } catch (JsonnetException failure) {
      throw failure.leaveFrame().during("Field \"" + name + '"');
    }
    if (value instanceof StringValue) {
      return string(value);
    }
    // What is wrong with any other file comes before the complaint about this one.
    document(object);
    throw JsonnetException.runtime(
        "multi mode: top-level object's key "
            + name
            + " has a value of type "
            + goType(value)
            + ", should be a string");
  }

  // The reference names the types of its own language.
  private static String goType(Value value) {
    return switch (value) {
      case NullValue _ -> "<nil>";
      case BooleanValue _ -> "bool";
      case NumberValue _ -> "float64";
      case ArrayValue _ -> "[]interface {}";
      case ObjectValue _ -> "map[string]interface {}";
      default -> value.type().text();
    };
  }

  private Output stream(Value value) {
    if (!(value instanceof ArrayValue array)) {
      document(value);
      throw JsonnetException.runtime(
          "stream mode: top-level object was a "
              + value.type().text()
              + ", should be an array whose elements hold the JSON for each document in the"
              + " stream.");
    }
    var out = buffer();
    for (int i = 0; i < array.size(); i++) {
      out.raw("---\n");
      try {
        JsonWriter.document(evaluation, out, array.element(evaluation, i));
      } catch (JsonnetException failure) {
        throw failure.leaveFrame().during("Array element " + i);
      }
      out.ascii('\n');
    }
    if (array.size() > 0) {
      out.raw("...\n".getBytes(StandardCharsets.US_ASCII));
    }
    return new Output.Text(out.toBytes());
  }

  private OutputBuffer buffer() {
    return new OutputBuffer(evaluation, maxBytes);
  }
}
