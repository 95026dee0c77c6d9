// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Where the time of one evaluation went, and pages about it for the author of the program.
 *
 * <p>Nothing here knows how a program is watched: a {@link wtf.metio.jaas.jsonnet.profile.Profile}
 * is a value, and a page is made from it alone.
 */
@NullMarked
package wtf.metio.jaas.jsonnet.profile;

import org.jspecify.annotations.NullMarked;
