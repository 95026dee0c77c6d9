// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** The fields of an object, hidden ones included. */
final class NamedOperands implements Operands {

  private final Evaluation evaluation;
  private final ObjectValue object;
  private @Nullable String key;

  NamedOperands(Evaluation evaluation, ObjectValue object) {
    this.evaluation = evaluation;
    this.object = object;
  }

  @Override
  public void begin(FormatCode code) {
    key = code.key();
  }

  @Override
  public Value width() {
    throw JsonnetException.runtime("Cannot use * field width with object.");
  }

  @Override
  public Value precision() {
    throw JsonnetException.runtime("Cannot use * precision with object.");
  }

  @Override
  public Value value() {
    var name = place();
    if (!object.has(evaluation, name)) {
      throw JsonnetException.runtime("No such field: " + name);
    }
    return object.get(evaluation, name);
  }

  @Override
  public String place() {
    if (key == null) {
      throw JsonnetException.runtime("Mapping keys required.");
    }
    return key;
  }
}
