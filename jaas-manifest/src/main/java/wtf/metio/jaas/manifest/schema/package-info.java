// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What may stand in a description: the fields of our resources with their types, defaults and
 * meaning.
 *
 * <p>The custom resource definitions in {@code deploy/crds} and the reference page are written from
 * this, and a tree is checked against it; rules that join several fields are the domain's.
 */
@NullMarked
package wtf.metio.jaas.manifest.schema;

import org.jspecify.annotations.NullMarked;
