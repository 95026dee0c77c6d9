// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD

/**
 * Folders and archives of this machine as sources.
 *
 * <p>Who describes a source may name a place below one folder, and nothing else. What lies there
 * may change at any time; a source has the revision of its content.
 */
@NullMarked
package wtf.metio.jaas.source.local;

import org.jspecify.annotations.NullMarked;
