// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work;

import java.time.Duration;

/**
 * Something that is to be looked at now.
 *
 * @param lane why
 * @param waited how long after it was due
 */
public record Turn<K>(K key, Lane lane, Duration waited) {}
