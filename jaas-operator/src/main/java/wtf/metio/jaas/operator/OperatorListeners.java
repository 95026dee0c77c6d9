// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator;

import wtf.metio.jaas.operator.leader.LeaderListener;
import wtf.metio.jaas.operator.reconcile.event.EventListener;
import wtf.metio.jaas.operator.reconcile.library.LibraryListener;
import wtf.metio.jaas.operator.reconcile.observation.ReconcileListener;
import wtf.metio.jaas.operator.tenant.TenantListener;
import wtf.metio.jaas.operator.watch.WatchListener;
import wtf.metio.jaas.work.upkeep.UpkeepListener;

/** Who hears what becomes of everything. */
public record OperatorListeners(
    ReconcileListener snippets,
    LibraryListener libraries,
    WatchListener watches,
    TenantListener tenants,
    EventListener events,
    LeaderListener election,
    UpkeepListener upkeep) {}
