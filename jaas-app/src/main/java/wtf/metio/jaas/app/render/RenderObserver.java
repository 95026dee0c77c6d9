// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import java.time.Duration;

/**
 * Hears how requests end, to count them. Called by many threads at once; neither blocks nor throws.
 */
@FunctionalInterface
public interface RenderObserver {

  /**
   * A request has ended.
   *
   * @param outcome the code of a problem document, or another word of the same form
   * @param status of HTTP; zero if there was no answer
   * @param bytes of the body
   * @param elapsed from the whole header to the last byte
   */
  void ended(String outcome, int status, long bytes, Duration elapsed);
}
