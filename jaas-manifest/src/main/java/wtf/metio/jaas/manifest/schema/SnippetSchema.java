// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.Arrays;
import java.util.List;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.snippet.LibraryReference;
import wtf.metio.jaas.domain.snippet.Output;
import wtf.metio.jaas.domain.snippet.SnippetSpec;
import wtf.metio.jaas.manifest.schema.Schema.Flag;
import wtf.metio.jaas.manifest.schema.Schema.Group;
import wtf.metio.jaas.manifest.schema.Schema.ListOf;
import wtf.metio.jaas.manifest.schema.Schema.NamedValues;
import wtf.metio.jaas.manifest.schema.Schema.Text;
import wtf.metio.jaas.manifest.schema.Schema.Whole;

/** What describes a snippet. */
final class SnippetSchema {

  private static final Rule NO_WAY_UP =
      new Rule("!self.contains('..')", "entryFile must not contain '..'");

  private static final Rule BETWEEN =
      new Rule(
          "duration(self) >= duration('30s') && duration(self) <= duration('24h')",
          "interval must be between 30s and 24h");

  private static final Rule CODE_HAS_VALUE =
      new Rule(
          "!(has(self.code) && self.code) || (has(self.value) && size(self.value) > 0)",
          "value must be non-empty when code is true");

  private static final NamedValues VALUES =
      new NamedValues(
          new Group(
              List.of(
                  Field.required("name", Text.ANY.ofLength(1, 253), "The name."),
                  Field.optional("value", Text.ANY, "A text, or an expression if `code` is true."),
                  Field.optional("code", new Flag(), "Whether the value is an expression.")),
              List.of(CODE_HAS_VALUE)));

  private static final Group LIBRARY =
      Group.of(
          Field.optional("apiVersion", Text.ANY, "Not looked at: there is one version only."),
          Field.required("kind", Text.oneOf(List.of(LibraryReference.KIND)), "The kind."),
          Field.required("name", Text.NOT_EMPTY, "The name of the library."),
          Field.optional(
              "namespace",
              Text.ANY,
              "The namespace of the library. Where it is missing, that of the snippet is meant."),
          Field.optional(
              "importPath",
              Text.ANY,
              "The name by which the program imports the library: one segment of letters, digits,"
                  + " dots, underscores and dashes. Where it is missing, the name of the"
                  + " library."));

  static final Group SPEC =
      new Group(
          List.of(
              Field.optional(
                  "serviceAccountName",
                  Text.ANY,
                  "The ServiceAccount, in the namespace of the snippet, on whose behalf sources and"
                      + " libraries are read and the result is announced."),
              Field.optional(
                      "entryFile",
                      Text.ANY.ofLength(1, 255).matching("^[A-Za-z0-9._/-]+$").keeping(NO_WAY_UP),
                      "The file to evaluate.")
                  .startingAs(SnippetSpec.DEFAULT_ENTRY),
              OriginSchema.FILES,
              OriginSchema.SOURCE,
              Field.optional(
                  "libraries", new ListOf(LIBRARY, ""), "The libraries that the program imports."),
              Field.optional(
                  "tlas",
                  VALUES,
                  "Arguments for a program whose value is a function: a list of objects with"
                      + " `name`, `value` and `code`, or an object of texts by name."),
              Field.optional(
                  "externalVariables", VALUES, "What `std.extVar` finds, written as `tlas` is."),
              Field.optional(
                      "output",
                      Text.oneOf(Arrays.stream(Output.values()).map(Output::text).toList()),
                      "What is published: the value of the program, or its files, which are then"
                          + " not evaluated.")
                  .startingAs(Output.RENDERED.text()),
              Field.optional(
                      "format",
                      Text.oneOf(Arrays.stream(Format.values()).map(Format::text).toList()),
                      "The form in which a value is published: as `rendered.json`; as"
                          + " `rendered.yaml`; every Kubernetes object in it as a file of its own"
                          + " with a `kustomization.yaml`; every field as the file of that name.")
                  .startingAs(Format.JSON.text()),
              Field.optional(
                  "suspend", new Flag(), "Whether nothing is done for now. What is there stays."),
              Field.optional(
                      "history",
                      new Whole(32, 1, 50),
                      "How many revisions can be fetched for as long as the snippet exists.")
                  .startingAs("1"),
              Field.optional(
                  "interval",
                  Text.ANY.keeping(BETWEEN),
                  "After which time everything is looked at again, such as `10m`. Where it is"
                      + " missing, only changes are.")),
          OriginSchema.rules());

  private SnippetSchema() {}
}
