// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.List;
import wtf.metio.jaas.manifest.schema.Schema.Group;
import wtf.metio.jaas.manifest.schema.Schema.ListOf;
import wtf.metio.jaas.manifest.schema.Schema.Text;
import wtf.metio.jaas.manifest.schema.Schema.Whole;

/** What is told about a snippet or library. */
final class StatusSchema {

  /** As every condition in a cluster is. */
  private static final Group CONDITION =
      Group.of(
          Field.required("lastTransitionTime", Text.TIME, "When it became so."),
          Field.required("message", Text.ANY.ofLength(0, 32768), "What it means, for a reader."),
          Field.optional(
              "observedGeneration",
              new Whole(64, 0, null),
              "The generation of the resource that it is about."),
          Field.required(
              "reason",
              Text.ANY.ofLength(1, 1024).matching("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"),
              "Why it is so, in a word."),
          Field.required(
              "status", Text.oneOf(List.of("True", "False", "Unknown")), "Whether it is so."),
          Field.required(
              "type",
              Text.ANY
                  .ofLength(0, 316)
                  .matching(
                      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
                          + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$"),
              "What it is about."));

  private static final Group REVISION =
      Group.of(
          Field.required("revision", Text.ANY, "The revision."),
          Field.required("time", Text.TIME, "When it was published last."),
          Field.optional(
              "supersededAt",
              Text.TIME,
              "When another revision took its place. Missing for the current one."));

  static final Group STATUS =
      Group.of(
          Field.optional(
              "observedGeneration", Whole.LONG, "The generation that the status is about."),
          Field.optional("conditions", new ListOf(CONDITION, "type"), "Whether it is ready."),
          Field.optional(
              "revision", Text.ANY, "What is published: `sha256:` and 64 hexadecimal digits."),
          Field.optional("artifactURL", Text.ANY, "Where the archive of it can be fetched."),
          Field.optional("lastSyncTime", Text.TIME, "When it was last found as it should be."),
          Field.optional(
              "lastHandledReconcileAt",
              Text.ANY,
              "The last value of the annotation that asks for another look."),
          Field.optional(
              "lastHandledForceAt",
              Text.ANY,
              "The last value of the annotation that asks to be rendered whatever the inputs."),
          Field.optional(
              "inputsDigest",
              Text.ANY,
              "A digest of everything that the revision was made from. As long as it stays the"
                  + " same, nothing is rendered."),
          Field.optional(
              "history",
              new ListOf(REVISION, ""),
              "The revisions that can be fetched, newest first."),
          Field.optional(
              "users", Whole.LONG, "How many snippets import it. Only libraries have users."));

  private StatusSchema() {}
}
