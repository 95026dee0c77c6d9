// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.publication.Retry;

/**
 * Why something could not be done as a tenant, as a status says it.
 *
 * @param message without the address of the runbook
 */
public record Setback(Reason reason, String message, Retry retry) {}
