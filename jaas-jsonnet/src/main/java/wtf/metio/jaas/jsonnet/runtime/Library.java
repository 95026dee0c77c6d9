// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The standard library as the rest of the engine sees it: values by name. Immutable and shared. */
public interface Library {

  /** The function or constant of that name; null if there is none. */
  @Nullable Value member(String name);

  /** All names, in a fixed order. */
  SequencedSet<String> names();
}
