// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
/**
 * Who has a turn when.
 *
 * <p>A door to publishing - a folder of manifests, a cluster - notices what has to be looked at and
 * puts it into a {@link wtf.metio.jaas.work.WorkQueue}; {@link wtf.metio.jaas.work.Workers} take it
 * from there. Nothing here knows what is worked on.
 */
@NullMarked
package wtf.metio.jaas.work;

import org.jspecify.annotations.NullMarked;
