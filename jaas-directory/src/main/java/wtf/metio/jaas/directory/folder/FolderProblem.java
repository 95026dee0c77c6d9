// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.folder;

/**
 * Something in a folder that cannot be looked at.
 *
 * @param path below the root; empty for the root itself
 * @param message a sentence without a full stop and without the path
 */
public record FolderProblem(String path, String message) {}
