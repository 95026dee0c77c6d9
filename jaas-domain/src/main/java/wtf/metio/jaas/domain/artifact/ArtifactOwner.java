// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

/**
 * Whose revisions these are: a snippet, by namespace and name.
 *
 * <p>Both become names of folders and parts of addresses, so neither may be able to leave its
 * place.
 */
public record ArtifactOwner(String namespace, String name) implements Comparable<ArtifactOwner> {

  public ArtifactOwner {
    if (!safe(namespace) || !safe(name)) {
      throw new IllegalArgumentException("not a namespace and a name: " + namespace + '/' + name);
    }
  }

  /** Where the archive of a revision lies below the root of a store and of its address. */
  public String path(Revision revision) {
    return namespace + '/' + name + '/' + revision.fileName();
  }

  @Override
  public int compareTo(ArtifactOwner other) {
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
