// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

/**
 * Hears how requests for archives end, to count them. Called by many threads at once, after the
 * answer was sent; neither blocks nor throws.
 */
@FunctionalInterface
public interface DownloadObserver {

  /** A request has ended. */
  void ended(EndedDownload download);
}
