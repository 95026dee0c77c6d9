// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.util.regex.Pattern;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Which names objects can have at all. Whatever else somebody writes down must not become a part of
 * a path.
 */
public final class ObjectNames {

  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 253;

  private ObjectNames() {}

  /** Whether there can be an object of this name in such a namespace. */
  public static boolean isPossible(ResourceName name) {
    return isPossible(name.namespace(), name.name());
  }

  /** The same for words that nobody looked at before. */
  public static boolean isPossible(String namespace, String name) {
    return NAMESPACE.matcher(namespace).matches() && isPossible(name);
  }

  /** Whether an object, or a group of kinds, can be called like this. */
  public static boolean isPossible(String name) {
    return name.length() <= LONGEST && NAME.matcher(name).matches();
  }
}
