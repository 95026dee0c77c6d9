// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.Optional;
import wtf.metio.jaas.domain.snippet.SnippetRules;
import wtf.metio.jaas.manifest.tree.Node;
import wtf.metio.jaas.manifest.tree.TreeReader;

/**
 * Reads manifests.
 *
 * <p>A file holds any number of documents in YAML, or one in JSON, each an object or a list of
 * objects as {@code kubectl get} writes it. Snippets, libraries and the sources of Flux are
 * understood; objects of other kinds, and of no kind at all, are passed over, since people keep
 * them in the same files.
 *
 * <p>Any number of threads may read at once.
 */
public final class ManifestReader {

  private final SnippetRules rules;

  /** A reader that holds manifests to the rules of an installation. */
  public ManifestReader(SnippetRules rules) {
    this.rules = rules;
  }

  /**
   * Reads a file. Whatever is wrong with it is an answer.
   *
   * @param fileName as problems shall call it
   * @param text of at most 64 MiB, with at most 2,000,000 values and 200 levels
   */
  public ManifestFile read(String fileName, byte[] text) {
    return new FileReading(fileName, rules).read(TreeReader.read(text));
  }

  /**
   * Reads one object that is a tree already: nobody can tell where its text stood, so all places
   * are line 0 of no file.
   *
   * @return empty if it is of a kind that is not understood, or nobody can tell whom it is about
   */
  public Optional<Manifest> read(Node.Fields object) {
    return new FileReading("", rules).read(object);
  }
}
