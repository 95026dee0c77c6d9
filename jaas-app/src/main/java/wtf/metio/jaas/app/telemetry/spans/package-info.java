// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Spans of requests, exported over OTLP.
 *
 * <p>A request's spans are made after its answer was sent, from the times that it brings along:
 * nothing on the way to an answer knows of tracing. No class of OpenTelemetry is loaded unless
 * there is somewhere to export to.
 *
 * <p>Names and attributes of spans are a contract with users.
 */
@NullMarked
package wtf.metio.jaas.app.telemetry.spans;

import org.jspecify.annotations.NullMarked;
