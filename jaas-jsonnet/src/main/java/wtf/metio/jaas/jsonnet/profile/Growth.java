// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * A {@code +} that makes ever larger values.
 *
 * @param layers of the deepest object that it made
 * @param copied elements and characters that it made the engine copy, since its last sum was looked
 *     at before the next one was made of it
 */
public record Growth(Spot spot, int layers, long copied) {}
