// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Publishing as a part of the service: what it brings to the folder of manifests, what it logs, and
 * how people ask for the status of their snippets.
 */
@NullMarked
package wtf.metio.jaas.app.publishing;

import org.jspecify.annotations.NullMarked;
