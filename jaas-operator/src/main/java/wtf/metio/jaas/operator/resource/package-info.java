// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Our resources, the sources of Flux and ExternalArtifacts as the cluster describes them, and their
 * status as we write it.
 */
@NullMarked
package wtf.metio.jaas.operator.resource;

import org.jspecify.annotations.NullMarked;
