// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.List;

/**
 * The parameters of a function.
 *
 * @param names in order
 * @param required for each name, whether it has no default
 */
public record Parameters(List<String> names, List<Boolean> required) {

  public Parameters {
    names = List.copyOf(names);
    required = List.copyOf(required);
  }

  /** The number of parameters. */
  public int count() {
    return names.size();
  }

  /** The number of parameters that have no default. */
  public int requiredCount() {
    return (int) required.stream().filter(r -> r).count();
  }

  /** The position of the last parameter of that name, or -1. */
  public int indexOf(String name) {
    return names.lastIndexOf(name);
  }
}
