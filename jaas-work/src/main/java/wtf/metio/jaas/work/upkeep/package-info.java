// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Looking after a store, whoever publishes to it: is it well, is everything there that was
 * announced, is it undamaged, does anything lie there that belongs to nobody.
 */
@NullMarked
package wtf.metio.jaas.work.upkeep;

import org.jspecify.annotations.NullMarked;
