// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.nodes;

import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/**
 * Where a node stands in its source text.
 *
 * @param context the file and what is around the node
 * @param begin offset of its first byte
 * @param end offset after its last byte
 */
public record Place(Context context, int begin, int end) {

  /** Adds this place to a failure that still lacks one. */
  public JsonnetException at(JsonnetException failure) {
    return failure.at(context, begin, end);
  }

  /** The same place, told of as the value that extends a field. */
  public Place ofExtension() {
    return new Place(context.extension(), begin, end);
  }

  /** The same place, told of as an assertion. */
  public Place ofAssertion() {
    return new Place(context.assertion(), begin, end);
  }

  /** A failure of the program at this place. */
  public JsonnetException failure(String text) {
    return at(JsonnetException.runtime(text));
  }
}
