// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile.pass;

import java.util.function.DoubleSupplier;
import wtf.metio.jaas.domain.publication.Policy;
import wtf.metio.jaas.domain.publication.Ports;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.operator.flux.Standing;
import wtf.metio.jaas.operator.kube.KubeApi;
import wtf.metio.jaas.operator.reconcile.event.EventSink;
import wtf.metio.jaas.operator.reconcile.observation.LibraryFindings;
import wtf.metio.jaas.operator.reconcile.withdrawal.Announcements;
import wtf.metio.jaas.operator.tenant.TenantAccess;
import wtf.metio.jaas.operator.watch.Cluster;

/**
 * What passes need.
 *
 * @param ports of the use case, as the cluster offers them
 * @param announcements where what was announced is taken back
 * @param standing where is said whether what was announced can be had
 * @param operator the API server, asked by the operator itself
 * @param chance a number from 0 to 1, another one each time
 */
public record World(
    Policy policy,
    SnippetRules rules,
    Ports ports,
    Cluster cluster,
    KubeApi operator,
    TenantAccess tenants,
    Announcements announcements,
    Standing standing,
    EventSink events,
    LibraryFindings findings,
    DoubleSupplier chance) {}
