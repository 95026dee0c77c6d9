// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import org.jspecify.annotations.Nullable;

/**
 * An object for a cluster, somewhere in a value.
 *
 * @param path to it, such as {@code $.web.deployment}
 * @param begin of its text
 */
record KubernetesObject(String path, int begin, String apiVersion, String kind, Identity identity) {

  /**
   * Which object it is.
   *
   * @param name null if it has none
   * @param namespace null if it names none
   */
  record Identity(@Nullable String name, @Nullable String namespace) {}

  /** The group; empty for the first one there was. */
  String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
