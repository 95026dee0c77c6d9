// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * How hashes and durations are written, in resources, messages and settings alike, and which name
 * somebody may have meant.
 */
@NullMarked
package wtf.metio.jaas.domain.notation;

import org.jspecify.annotations.NullMarked;
