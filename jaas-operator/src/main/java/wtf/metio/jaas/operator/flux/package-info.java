// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/** Sources of Flux in, ExternalArtifacts out. */
@NullMarked
package wtf.metio.jaas.operator.flux;

import org.jspecify.annotations.NullMarked;
