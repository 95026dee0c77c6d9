// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.NamedValue;
import wtf.metio.jaas.domain.snippet.Origin;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.domain.source.FileSet;

/** A description in the making; what nobody sets is as in a manifest that does not name it. */
final class Draft {

  private final Origin origin;
  private String entryFile = SnippetSpec.DEFAULT_ENTRY;
  private List<LibraryReference> libraries = List.of();
  private List<NamedValue> topLevelArguments = List.of();
  private List<NamedValue> externalVariables = List.of();
  private Output output = Output.RENDERED;
  private boolean suspend;
  private int history = 1;

  private Draft(Origin origin) {
    this.origin = origin;
  }

  static Draft inline(String program) {
    return inline(FileSet.ofTexts(Map.of("main.jsonnet", program)));
  }

  static Draft inline(FileSet files) {
    return new Draft(new Origin.Inline(files));
  }

  static Draft from(SourceReference reference) {
    return new Draft(new Origin.Referenced(reference));
  }

  Draft entry(String file) {
    entryFile = file;
    return this;
  }

  Draft library(String name) {
    libraries = List.of(new LibraryReference("JsonnetLibrary", name, null, null));
    return this;
  }

  Draft arguments(NamedValue... values) {
    topLevelArguments = List.of(values);
    return this;
  }

  Draft variables(NamedValue... values) {
    externalVariables = List.of(values);
    return this;
  }

  Draft source() {
    output = Output.SOURCE;
    return this;
  }

  Draft suspended(boolean value) {
    suspend = value;
    return this;
  }

  Draft history(int revisions) {
    history = revisions;
    return this;
  }

  SnippetSpec spec() {
    return new SnippetSpec(
        "renderer",
        entryFile,
        origin,
        libraries,
        topLevelArguments,
        externalVariables,
        output,
        Format.JSON,
        suspend,
        history,
        Duration.ZERO);
  }
}
