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
 * @param output what is written, and where
 * @param maxStack frames of the language, at least one
 * @param maxTrace lines of trace; zero for all
 * @param profile what is told about where the time went; null if nobody wants to know
 * @param externalVariables by name
 * @param topLevelArguments by name
 */
record RenderOptions(
    String input,
    boolean inputIsCode,
    List<String> searchPath,
    OutputOptions output,
    int maxStack,
    int maxTrace,
    @Nullable ProfileOptions profile,
    Map<String, Binding> externalVariables,
    Map<String, Binding> topLevelArguments) {

  RenderOptions {
    searchPath = List.copyOf(searchPath);
    externalVariables = Map.copyOf(externalVariables);
    topLevelArguments = Map.copyOf(topLevelArguments);
  }
}
