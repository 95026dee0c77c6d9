// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** What an operator does with two computed values. */
@FunctionalInterface
public interface Operation {

  /** The result. */
  Value apply(Evaluation evaluation, Value left, Value right);
}
