// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.Binding;

/**
 * What a command line asks for.
 *
 * @param input a file, {@code -} for stdin, or a program if {@code inputIsCode}
 * @param searchPath folders for imports; the last one is asked first
 * @param mode what to write
 * @param outputFile where to write it; null for stdout
 * @param multiDirectory where the files of {@link Mode#MULTI} go; null in other modes
 * @param createDirectories whether missing folders of output files are made
 * @param strings whether the value, or each file's value, is a string to be written as it is
 * @param trailingNewline whether a newline ends each text
 * @param maxStack frames of the language, at least one
 * @param maxTrace lines of trace; zero for all
 * @param externalVariables by name
 * @param topLevelArguments by name
 */
record RenderOptions(
    String input,
    boolean inputIsCode,
    List<String> searchPath,
    Mode mode,
    @Nullable String outputFile,
    @Nullable String multiDirectory,
    boolean createDirectories,
    boolean strings,
    boolean trailingNewline,
    int maxStack,
    int maxTrace,
    Map<String, Binding> externalVariables,
    Map<String, Binding> topLevelArguments) {

  RenderOptions {
    searchPath = List.copyOf(searchPath);
    externalVariables = Map.copyOf(externalVariables);
    topLevelArguments = Map.copyOf(topLevelArguments);
  }

  /** What is written. */
  enum Mode {
    /** One text. */
    DOCUMENT,
    /** One file for each field. */
    MULTI,
    /** A stream of documents. */
    STREAM
  }
}
