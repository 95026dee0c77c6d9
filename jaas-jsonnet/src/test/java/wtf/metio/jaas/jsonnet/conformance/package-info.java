// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * The engine held against go-jsonnet v0.22.0, the reference of the language.
 *
 * <p>Four kinds of evidence: the reference's own cases, recorded calls of every function and
 * operator, generated and mutated programs asked of both sides, and real programs. {@link
 * wtf.metio.jaas.jsonnet.conformance.EngineUnderTest} is the only class here that knows our engine,
 * {@link wtf.metio.jaas.jsonnet.conformance.Reference} the only one that talks to the other.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.conformance;

import org.jspecify.annotations.NullMarked;
