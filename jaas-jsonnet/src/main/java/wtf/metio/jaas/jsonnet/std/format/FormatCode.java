// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.format;

import org.jspecify.annotations.Nullable;

/**
 * One {@code %...} of a format string.
 *
 * @param key the name in parentheses, null if there is none
 * @param alternate whether {@code #} was given
 * @param zero whether {@code 0} was given
 * @param left whether {@code -} was given
 * @param blank whether a space was given
 * @param plus whether {@code +} was given
 * @param width the least number of code points; {@link #FROM_VALUES} for {@code *}
 * @param precision digits; {@link #FROM_VALUES} for {@code *}, {@link #NONE} if there is none
 * @param conversion one of {@code d o x e f g c s %}
 * @param capitals whether letters in the result are capitals
 */
record FormatCode(
    @Nullable String key,
    boolean alternate,
    boolean zero,
    boolean left,
    boolean blank,
    boolean plus,
    double width,
    double precision,
    char conversion,
    boolean capitals) {

  /** The next of the values to be formatted says. */
  static final double FROM_VALUES = -1;

  /** Nothing was said. */
  static final double NONE = -2;
}
