// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import wtf.metio.jaas.manifest.tree.Node;

/**
 * An object of Kubernetes of which nothing is known but its kind.
 *
 * @param path before the names of its fields, if it is part of a list
 * @param place where it begins
 */
record RawObject(Node.Fields root, String apiVersion, String kind, String path, Place place) {}
