// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Programs made by chance: the same seed, the same program.
 *
 * <p>A program is a tree of {@link wtf.metio.jaas.jsonnet.conformance.generated.Term}s with types,
 * so that most of what is generated means something and a program that two engines disagree on can
 * be made smaller by putting a simpler term in the place of another. Mutated programs are plain
 * text.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.conformance.generated;

import org.jspecify.annotations.NullMarked;
