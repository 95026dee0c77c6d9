// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import wtf.metio.jaas.jsonnet.compile.CompiledProgram;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.gotext.GoQuoting;
import wtf.metio.jaas.jsonnet.imports.Import;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Thunk;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.runtime.World;
import wtf.metio.jaas.jsonnet.text.Utf8;

/** The world of one job. What was read once is not asked for again. */
final class JobWorld implements World {

  private final Job job;
  private final Programs programs;
  private final Map<String, Value> natives;
  private final Stopwatch stopwatch;
  private final Map<Reference, Import.Found> found = new HashMap<>();
  private final Map<String, Import.Found> files = new HashMap<>();
  private final Map<String, Value> code = new HashMap<>();
  private final Map<String, Value> texts = new HashMap<>();
  private final Map<String, Value> variables = new HashMap<>();

  private record Reference(String from, String path) {}

  JobWorld(Job job, Programs programs, Map<String, Value> natives, Stopwatch stopwatch) {
    this.job = job;
    this.programs = programs;
    this.natives = natives;
    this.stopwatch = stopwatch;
  }

  @Override
  public Value importCode(Evaluation evaluation, String from, String path) {
    var file = find(evaluation, from, path);
    var value = code.get(file.foundAt());
    if (value == null) {
      value = thunk(importedProgram(evaluation, new SourceText(file.foundAt(), file.content())));
      code.put(file.foundAt(), value);
    }
    return value.force(evaluation);
  }

  // A text that is no program fails the program that imports it, while that one runs.
  private CompiledProgram importedProgram(Evaluation evaluation, SourceText source) {
    long begin = System.nanoTime();
    try {
      return program(evaluation, source);
    } catch (JsonnetException failure) {
      throw failure.kind() == FailureKind.SYNTAX
          ? JsonnetException.runtime(FailureKind.SYNTAX, failure.text())
          : failure;
    } finally {
      stopwatch.imported(begin);
    }
  }

  private CompiledProgram program(Evaluation evaluation, SourceText source) {
    return programs.program(source, job.limits().maxSourceBytes(), evaluation);
  }

  private static Value thunk(CompiledProgram program) {
    return new Thunk(program.body(), new Frame(null, new Value[program.slots()]));
  }

  @Override
  public Value importText(Evaluation evaluation, String from, String path) {
    var file = find(evaluation, from, path);
    var text = texts.get(file.foundAt());
    if (text == null) {
      evaluation.reserve(2L * file.content().length);
      text = StringValue.of(Utf8.decode(file.content()));
      texts.put(file.foundAt(), text);
    }
    return text;
  }

  @Override
  public Value importBytes(Evaluation evaluation, String from, String path) {
    var content = find(evaluation, from, path).content();
    evaluation.reserve(4L * content.length);
    var items = new Value[content.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = NumberValue.of(Byte.toUnsignedInt(content[i]));
    }
    return ArrayValue.of(items);
  }

  private Import.Found find(Evaluation evaluation, String from, String path) {
    var reference = new Reference(from, path);
    var known = found.get(reference);
    if (known != null) {
      return known;
    }
    var read = load(reference);
    // A path may be written in many ways, but what it leads to is kept once.
    var file = files.computeIfAbsent(read.foundAt(), _ -> read);
    found.put(reference, file);
    evaluation.reserve(read.content().length);
    return file;
  }

  private Import.Found load(Reference reference) {
    long begin = System.nanoTime();
    var loaded = job.importer().load(reference.from(), reference.path());
    stopwatch.imported(begin);
    return switch (loaded) {
      case Import.Found file -> file;
      case Import.Missing missing ->
          throw JsonnetException.runtime(
              FailureKind.IMPORT,
              "couldn't open import "
                  + GoQuoting.quote(reference.path())
                  + ": "
                  + missing.reason());
      case Import.Unreadable unreadable ->
          throw JsonnetException.runtime(FailureKind.IMPORT, unreadable.message());
    };
  }

  @Override
  public Value externalVariable(Evaluation evaluation, String name) {
    var value = variables.get(name);
    if (value == null) {
      var binding = job.externalVariables().get(name);
      if (binding == null) {
        throw JsonnetException.runtime(
            FailureKind.ARGUMENT, "Undefined external variable: " + name);
      }
      value = bound(evaluation, "<extvar:" + name + '>', binding);
      variables.put(name, value);
    }
    return value.force(evaluation);
  }

  /** The value of a variable or argument given from outside; code is computed when it is used. */
  Value bound(Evaluation evaluation, String label, Binding binding) {
    return switch (binding) {
      case Binding.Text text -> StringValue.of(Utf8.wellFormed(text.value()));
      case Binding.Code given -> new Thunk(new GivenCode(label, given.source()), Frame.NONE);
    };
  }

  /** Code given from outside: parsed when it is first needed. */
  private final class GivenCode extends Computation {

    private final String label;
    private final String source;

    GivenCode(String label, String source) {
      this.label = label;
      this.source = source;
    }

    @Override
    public Value run(Evaluation evaluation, Frame frame) {
      var text = new SourceText(label, source.getBytes(StandardCharsets.UTF_8));
      var program = program(evaluation, text);
      return program.body().run(evaluation, new Frame(null, new Value[program.slots()]));
    }
  }

  @Override
  public Value nativeFunction(String name) {
    return natives.getOrDefault(name, NullValue.NULL);
  }

  @Override
  public void trace(String line) {
    job.traceSink().accept(line);
  }
}
