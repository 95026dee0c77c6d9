// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/**
 * Whether this process may still publish.
 *
 * <p>Of several processes over one store only one writes at a time. It may lose that right at any
 * moment, also between two steps; a store asks again right before a step becomes visible.
 */
@FunctionalInterface
public interface Fence {

  /** For a process that is alone. */
  Fence OPEN = () -> true;

  /** Whether what is being written may become visible now. */
  boolean open();
}
