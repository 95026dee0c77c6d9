// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** How large the sums of one {@code +} become, and what that costs. */
final class GrowthTally {

  int layers;
  long copied;
  private @Nullable Value last;

  /** Looks at an addition. */
  void added(Value left, Value sum) {
    switch (sum) {
      case ObjectValue object -> layers = Math.max(layers, object.depth());
      case ArrayValue _ -> {
        if (left == last && left instanceof ArrayValue before && before.isInOnePiece()) {
          copied += before.size();
        }
        last = sum;
      }
      case StringValue _ -> {
        if (left == last && left instanceof StringValue before && before.isInOnePiece()) {
          copied += before.chars();
        }
        last = sum;
      }
      default -> {
        // Numbers do not grow.
      }
    }
  }
}
