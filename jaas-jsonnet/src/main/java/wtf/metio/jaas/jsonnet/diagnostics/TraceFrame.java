// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * One line of a trace.
 *
 * @param source the file; null for a line that tells of an activity, such as writing a field
 * @param begin offset of the first byte
 * @param end offset after the last byte
 * @param context what was being evaluated, such as {@code function <f>}
 */
public record TraceFrame(@Nullable SourceText source, int begin, int end, String context) {

  /** The range as messages write it; empty when the line has no place. */
  public String location() {
    return source == null ? "" : source.location(begin, end);
  }
}
