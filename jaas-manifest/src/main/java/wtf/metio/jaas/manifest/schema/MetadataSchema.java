// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;
import java.util.stream.Stream;
import wtf.metio.jaas.manifest.schema.Schema.MapOf;
import wtf.metio.jaas.manifest.schema.Schema.Text;

/** What every object in a cluster has. */
public final class MetadataSchema {

  private static final MapOf TEXTS = new MapOf(Text.ANY);

  /** What is read, and therefore checked. */
  public static final List<Field> READ =
      List.of(
          Field.required("name", Text.NOT_EMPTY, "The name."),
          Field.optional("namespace", Text.ANY, "The namespace.").startingAs("default"),
          Field.optional("labels", TEXTS, "Labels."),
          Field.optional("annotations", TEXTS, "Annotations."),
          Field.optional("generation", Schema.Whole.LONG, "How often the spec was changed."));

  private static final List<String> PASSED_OVER =
      List.of(
          "generateName",
          "uid",
          "resourceVersion",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "finalizers",
          "ownerReferences",
          "managedFields",
          "selfLink");

  private MetadataSchema() {}

  /** Every name that may stand there. */
  public static List<String> names() {
    return Stream.concat(READ.stream().map(Field::name), PASSED_OVER.stream()).toList();
  }
}
