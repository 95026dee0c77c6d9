// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

/**
 * Hears how requests end, to count and record them. Called by many threads at once, after the
 * answer was sent; neither blocks nor throws.
 */
@FunctionalInterface
public interface RenderObserver {

  /** A request has ended. */
  void ended(EndedRequest request);

  /** Tells another one as well, after this one. */
  default RenderObserver and(RenderObserver other) {
    return request -> {
      ended(request);
      other.ended(request);
    };
  }
}
