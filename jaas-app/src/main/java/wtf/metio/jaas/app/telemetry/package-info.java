// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * What the process tells about itself: log lines and metrics.
 *
 * <p>Names of metrics and keys of log lines are a contract with users. Other rooms log through
 * SLF4J and report through listeners of their own; which libraries carry it is known here alone.
 */
@NullMarked
package wtf.metio.jaas.app.telemetry;

import org.jspecify.annotations.NullMarked;
