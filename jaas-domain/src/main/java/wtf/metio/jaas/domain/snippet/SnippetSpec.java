// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.time.Duration;
import java.util.List;

/**
 * What an author wants to have published.
 *
 * @param serviceAccountName on whose behalf; empty for the default of the installation
 * @param entryFile the file to evaluate
 * @param origin of the files
 * @param libraries that the program imports, in the order of their description
 * @param topLevelArguments for a program whose value is a function
 * @param externalVariables what {@code std.extVar} finds
 * @param output what is published
 * @param format in which form
 * @param suspend whether nothing is done for now
 * @param history how many revisions can be fetched for as long as the snippet exists
 * @param interval after which everything is looked at again; zero for never
 */
public record SnippetSpec(
    String serviceAccountName,
    String entryFile,
    Origin origin,
    List<LibraryReference> libraries,
    List<NamedValue> topLevelArguments,
    List<NamedValue> externalVariables,
    Output output,
    Format format,
    boolean suspend,
    int history,
    Duration interval) {

  /** The entry file where nobody says. */
  public static final String DEFAULT_ENTRY = "main.jsonnet";

  public SnippetSpec {
    libraries = List.copyOf(libraries);
    topLevelArguments = List.copyOf(topLevelArguments);
    externalVariables = List.copyOf(externalVariables);
  }
}
