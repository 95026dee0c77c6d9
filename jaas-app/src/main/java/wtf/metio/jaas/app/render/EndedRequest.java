// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.trace.TraceContext;

/**
 * A request that has ended.
 *
 * @param trace its place in a trace
 * @param method as it was sent
 * @param path as it was sent, without its query
 * @param route the form of paths that this one has; null if nothing is served at such paths
 * @param begun the reading of {@link System#nanoTime} when its whole header was there
 * @param elapsed from there to the last byte
 * @param answer what the client got
 * @param rendering null if no snippet was evaluated for it
 */
public record EndedRequest(
    TraceContext trace,
    String method,
    String path,
    @Nullable String route,
    long begun,
    Duration elapsed,
    Answer answer,
    @Nullable Rendering rendering) {

  /**
   * What a client got.
   *
   * @param outcome the code of a problem document, or another word of the same form
   * @param status of HTTP; zero if there was no answer
   * @param bytes of the body
   */
  public record Answer(String outcome, int status, long bytes) {}
}
