// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.List;

/**
 * What is in a file.
 *
 * @param manifests those that name somebody, right or wrong, in the order of the file
 * @param problems everything that is wrong, also what {@link Manifest.SnippetManifest#violations}
 *     tells, in the order of the file
 * @param others how many objects are no concern of ours; they are passed over
 * @param complete whether all of the file was understood well enough to know who it describes; if
 *     not, a manifest that seems to be missing may be in it
 */
public record ManifestFile(
    List<Manifest> manifests, List<ManifestProblem> problems, int others, boolean complete) {
  public ManifestFile {
    manifests = List.copyOf(manifests);
    problems = List.copyOf(problems);
  }
}
