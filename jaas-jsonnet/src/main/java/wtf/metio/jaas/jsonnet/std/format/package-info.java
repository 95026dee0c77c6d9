// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * {@code 'text with %s' % values} and {@code std.format}.
 *
 * <p>A format string becomes a plan once and is carried out many times; a program prepares the
 * plans of its literals. Rounding follows the reference digit by digit, which computes with doubles
 * where a C library would be exact: {@code '%.0f' % 2.5} is 3 and {@code '%e' % 1000} is
 * 10.000000e+02.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.std.format;

import org.jspecify.annotations.NullMarked;
