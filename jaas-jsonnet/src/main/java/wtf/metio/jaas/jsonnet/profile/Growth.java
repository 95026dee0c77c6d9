// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * A {@code +} that makes ever longer arrays or strings.
 *
 * @param copied elements and characters that it made the engine copy, since its last sum was looked
 *     at before the next one was made of it
 */
public record Growth(Spot spot, long copied) {}
