// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import wtf.metio.jaas.domain.condition.Reason;

/**
 * A rule that a description does not keep.
 *
 * @param reason that a status gives for it
 * @param field where, such as {@code spec.libraries[2].importPath}
 * @param message a sentence without a full stop
 */
public record Violation(Reason reason, String field, String message) {}
