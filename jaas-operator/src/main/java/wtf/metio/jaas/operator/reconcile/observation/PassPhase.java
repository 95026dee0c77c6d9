// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.observation;

import java.time.Duration;

/**
 * A part of a pass, for traces.
 *
 * @param begun the reading of {@link System#nanoTime}
 * @param took from its first to its last moment; another part may lie within
 */
public record PassPhase(Name name, long begun, Duration took) {

  /** What was done. The texts are those of spans, known outside. */
  public enum Name {
    RESOLVE_SOURCE("snippet.resolveSource"),
    RESOLVE_LIBRARIES("snippet.resolveLibraries"),
    EVALUATE("snippet.evaluate"),
    PUBLISH("snippet.publish");

    private final String text;

    Name(String text) {
      this.text = text;
    }

    /** The name of a span. */
    public String text() {
      return text;
    }
  }
}
