// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import wtf.metio.jaas.jsonnet.profile.Profile;

/** How an evaluation ended, and where its time went until then. */
public record Profiled(Outcome outcome, Profile profile) {}
