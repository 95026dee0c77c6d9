// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

/** Hears how sweeps end, to count them. Neither blocks nor throws. */
@FunctionalInterface
public interface SweepObserver {

  /** The store could not be swept. */
  void failed();
}
