// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory;

import java.nio.file.Path;
import java.time.Duration;
import wtf.metio.jaas.domain.source.FileTree;

/**
 * Where manifests are and how they are treated.
 *
 * @param folder with the manifests; need not exist
 * @param files of that folder, as they are read
 * @param state where the status of each snippet is kept
 * @param removalGrace how long a snippet is still published after its description is gone
 * @param workers how many snippets are looked at side by side
 */
public record DirectoryOptions(
    Path folder, FileTree files, Path state, Duration removalGrace, int workers) {}
