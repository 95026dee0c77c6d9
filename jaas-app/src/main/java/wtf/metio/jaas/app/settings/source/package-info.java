// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Where settings come from: the command line, the environment, a file, the default, in this order.
 *
 * <p>A {@link Flag} says how a setting is written, whichever way it comes in. Reading collects
 * problems instead of stopping at the first, so that somebody who made three mistakes learns of
 * three. Which settings there are is not known here.
 */
@NullMarked
package wtf.metio.jaas.app.settings.source;

import org.jspecify.annotations.NullMarked;
