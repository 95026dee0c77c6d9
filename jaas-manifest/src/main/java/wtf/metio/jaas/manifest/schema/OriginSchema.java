// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;
import wtf.metio.jaas.domain.snippet.SourceReference;
import wtf.metio.jaas.manifest.schema.Schema.Group;
import wtf.metio.jaas.manifest.schema.Schema.MapOf;
import wtf.metio.jaas.manifest.schema.Schema.Text;

/** Where files come from; snippets and libraries have this in common. */
final class OriginSchema {

  static final Rule ONE_OF =
      new Rule(
          "(has(self.files) && size(self.files) > 0 ? 1 : 0) + (has(self.sourceRef) ? 1 : 0) == 1",
          "exactly one of spec.files or spec.sourceRef must be set");

  static final Field FILES =
      Field.optional(
          "files", new MapOf(Text.ANY), "Files by path, written into the resource itself.");

  static final Field SOURCE =
      Field.optional(
          "sourceRef",
          Group.of(
              Field.optional(
                  "apiVersion",
                  Text.ANY,
                  "Group and version of the source. Where it is missing, "
                      + SourceReference.DEFAULT_API_VERSION
                      + " is meant."),
              Field.required("kind", Text.oneOf(SourceKinds.ALL), "The kind of the source."),
              Field.required("name", Text.NOT_EMPTY, "The name of the source."),
              Field.optional(
                  "namespace",
                  Text.ANY,
                  "The namespace of the source. Where it is missing, that of the resource is"
                      + " meant."),
              Field.optional(
                  "path",
                  Text.ANY,
                  "The folder of the source that is wanted; it is taken off the names of the files."
                      + " Where it is missing, all of the source is wanted.")),
          "An object that brings the files.");

  private OriginSchema() {}

  static List<Rule> rules() {
    return List.of(ONE_OF);
  }
}
