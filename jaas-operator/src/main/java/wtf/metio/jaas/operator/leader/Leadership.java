// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import wtf.metio.jaas.domain.artifact.Fence;

/** Hears of terms. Called on one thread, one call after the other. */
public interface Leadership {

  /**
   * A term begins; returns soon.
   *
   * @param fence open as long as this process surely holds the lease
   */
  void begin(Fence fence);

  /**
   * The term is over. Returns when nothing of this process is being announced any more; the lease
   * is given up then, or was lost already.
   */
  void end();
}
