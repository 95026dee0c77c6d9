// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

/**
 * On whose behalf sources are read and artifacts announced.
 *
 * @param namespace of the snippet
 * @param serviceAccount in that namespace; empty where there are no accounts
 */
public record Tenant(String namespace, String serviceAccount) {}
