// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import java.util.List;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.TraceFrame;

/**
 * Why a program yields nothing.
 *
 * @param kind for callers that act on it
 * @param message its first line equals that of the {@code jsonnet} command: {@code RUNTIME ERROR: }
 *     before what the program did, the place before what is no program
 * @param trace from the innermost place outwards
 */
public record Failure(FailureKind kind, String message, List<TraceFrame> trace) {

  public Failure {
    trace = List.copyOf(trace);
  }
}
