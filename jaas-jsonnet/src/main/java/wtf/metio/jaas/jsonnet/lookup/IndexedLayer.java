// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.lookup;

import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/** A layer whose fields can be found by name once it is part of a {@link FieldIndex}. */
public interface IndexedLayer {

  /** The number of its fields; their slots are counted from 0. */
  int size();

  /** The name of a field, different from those of the others. */
  String name(int slot);

  /** How a field was declared. */
  Visibility visibility(int slot);
}
