// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile;

/**
 * A call as it stands in the program.
 *
 * @param target what is called, as written
 * @param count how often it was computed
 */
public record CallPlace(String target, Spot spot, long count) {}
