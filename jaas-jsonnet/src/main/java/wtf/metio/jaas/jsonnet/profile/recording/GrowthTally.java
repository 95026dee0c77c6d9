// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** What it costs that the arrays or strings of one {@code +} grow. */
final class GrowthTally {

  long copied;

  // The last sum if it was only noted, not put together: nobody else does that but who looks at it.
  private @Nullable Value pending;

  /** Looks at an addition. */
  void added(Value left, Value sum) {
    if (left == pending) {
      copied += lookedAt(left);
    }
    switch (sum) {
      case ArrayValue array -> pending = array.isInOnePiece() ? null : array;
      case StringValue string -> pending = string.isInOnePiece() ? null : string;
      default -> pending = null;
    }
  }

  private static long lookedAt(Value value) {
    return switch (value) {
      case ArrayValue array when array.isInOnePiece() -> array.size();
      case StringValue string when string.isInOnePiece() -> string.chars();
      default -> 0;
    };
  }
}
