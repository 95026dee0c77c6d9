// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * HTTP/1.1 on a port, without knowing what is served.
 *
 * <p>Tomcat's connector does the protocol; its servlet container is left out, because it judges and
 * rewrites paths before anybody sees them, and clients of the reference rely on paths as they were
 * sent. What the connector leaves open is added here: a bound on the time a header may take, and a
 * word to the running request when its client leaves.
 */
@NullMarked
package wtf.metio.jaas.app.http;

import org.jspecify.annotations.NullMarked;
