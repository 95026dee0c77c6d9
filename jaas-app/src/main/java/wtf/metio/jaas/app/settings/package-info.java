// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Every setting of the process.
 *
 * <p>One record a concern, with its flags beside it; {@link Settings} holds them all and {@link
 * SettingsLoader} makes it, or says everything that is wrong. Flags of parts that are still to come
 * are read and checked already, so that a command line of the reference is understood as it stands.
 */
@NullMarked
package wtf.metio.jaas.app.settings;

import org.jspecify.annotations.NullMarked;
