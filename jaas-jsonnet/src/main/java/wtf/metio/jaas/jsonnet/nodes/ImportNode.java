// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.ImportKind;

/** {@code import 'path'} and its relatives. */
public final class ImportNode extends Node {

  private final ImportKind kind;
  private final String path;

  public ImportNode(Place place, ImportKind kind, String path) {
    super(place);
    this.kind = kind;
    this.path = path;
  }

  @Override
  public Value run(Evaluation evaluation, Frame frame) {
    var world = evaluation.world();
    var from = place.context().source().path();
    try {
      return switch (kind) {
        case CODE -> world.importCode(evaluation, from, path);
        case TEXT -> world.importText(evaluation, from, path);
        case BYTES -> world.importBytes(evaluation, from, path);
      };
    } catch (JsonnetException failure) {
      throw place.at(failure);
    }
  }
}
