// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * From the text of a file to trees that know on which line everything stands.
 *
 * <p>YAML is read as the tools of Kubernetes read it, and JSON as the YAML that it is. Nothing here
 * knows what a tree describes.
 */
@NullMarked
package wtf.metio.jaas.manifest.tree;

import org.jspecify.annotations.NullMarked;
