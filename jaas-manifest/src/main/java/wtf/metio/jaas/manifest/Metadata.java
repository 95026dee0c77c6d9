// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Who a manifest is about.
 *
 * @param name with the namespace {@code default} where none is written
 * @param labels as they are written
 * @param annotations as they are written
 * @param generation how often its description was changed; zero where nobody counts
 */
public record Metadata(
    ResourceName name,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    long generation) {

  /** The namespace where none is written. */
  public static final String DEFAULT_NAMESPACE = "default";

  public Metadata {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
