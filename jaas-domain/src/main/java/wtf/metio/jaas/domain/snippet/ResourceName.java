// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

/**
 * Which snippet, library or source is meant, by namespace and name.
 *
 * <p>Both become names of folders and parts of addresses, so neither may be able to leave its
 * place.
 */
public record ResourceName(String namespace, String name) implements Comparable<ResourceName> {

  public ResourceName {
    if (!safe(namespace) || !safe(name)) {
      throw new IllegalArgumentException("not a namespace and a name: " + namespace + '/' + name);
    }
  }

  @Override
  public int compareTo(ResourceName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + '/' + name;
  }

  /** Whether this can be a folder of its own, and nothing else. */
  public static boolean safe(String component) {
    return !component.isEmpty()
        && !component.equals(".")
        && !component.equals("..")
        && component.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
  }
}
