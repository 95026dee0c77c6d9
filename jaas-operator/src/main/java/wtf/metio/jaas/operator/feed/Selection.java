// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import wtf.metio.jaas.operator.kube.ResourceType;

/**
 * Which objects a feed is about.
 *
 * @param namespace empty for all of the cluster
 * @param labels a label selector as the API server takes it; empty for any
 * @param part how much of each object is sent
 */
public record Selection(ResourceType type, String namespace, String labels, Part part) {

  /** How much of an object is sent. */
  public enum Part {
    /** All of it. */
    WHOLE,
    /** Its metadata alone. */
    METADATA
  }

  /** All objects of a kind. */
  public static Selection of(ResourceType type) {
    return new Selection(type, "", "", Part.WHOLE);
  }

  /** Those of them in a namespace. */
  public Selection in(String narrower) {
    return new Selection(type, narrower, labels, part);
  }

  /** Those of them with labels. */
  public Selection labelled(String narrower) {
    return new Selection(type, namespace, narrower, part);
  }

  /** The same, but their metadata alone. */
  public Selection metadata() {
    return new Selection(type, namespace, labels, Part.METADATA);
  }

  /** Where they are. */
  String path() {
    return namespace.isEmpty() ? type.path() : type.path(namespace);
  }

  @Override
  public String toString() {
    return type.qualified() + (namespace.isEmpty() ? "" : " in " + namespace);
  }
}
