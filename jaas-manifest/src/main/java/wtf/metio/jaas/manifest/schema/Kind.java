// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wtf.metio.jaas.manifest.schema.Schema.Group;

/** The kinds of resources that are ours. */
public enum Kind {
  /** Something to be rendered and published. */
  SNIPPET(
      "JsonnetSnippet",
      "jsonnetsnippets",
      "jsnip",
      "A program and what it needs; its result is published as an archive that others fetch.",
      SnippetSchema.SPEC,
      List.of(
          new Column("Ready", "string", ".status.conditions[?(@.type==\"Ready\")].status", 0),
          new Column("Reason", "string", ".status.conditions[?(@.type==\"Ready\")].reason", 1),
          new Column("Revision", "string", ".status.revision", 1),
          new Column("URL", "string", ".status.artifactURL", 0),
          new Column("Suspend", "boolean", ".spec.suspend", 1),
          Column.AGE)),
  /** Files that snippets import. */
  LIBRARY(
      "JsonnetLibrary",
      "jsonnetlibraries",
      "jlib",
      "Files that snippets import. Nothing is published of it.",
      LibrarySchema.SPEC,
      List.of(Column.AGE));

  /** The group of our resources. */
  public static final String GROUP = "jaas.metio.wtf";

  /** The only version there is. */
  public static final String VERSION = "v1";

  /** Group and version, as they stand in a manifest. */
  public static final String API_VERSION = GROUP + '/' + VERSION;

  private final String text;
  private final String plural;
  private final String shortName;
  private final String meaning;
  private final Group spec;
  private final List<Column> columns;

  /**
   * A column that {@code kubectl get} shows.
   *
   * @param priority 0 for always, 1 for wide output
   */
  public record Column(String name, String type, String path, int priority) {
    static final Column AGE = new Column("Age", "date", ".metadata.creationTimestamp", 0);
  }

  Kind(
      String text,
      String plural,
      String shortName,
      String meaning,
      Group spec,
      List<Column> columns) {
    this.text = text;
    this.plural = plural;
    this.shortName = shortName;
    this.meaning = meaning;
    this.spec = spec;
    this.columns = columns;
  }

  /** The kind of this name. */
  public static Optional<Kind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }

  /** The name, as it stands in a manifest. */
  public String text() {
    return text;
  }

  /** The name of one of them, for those who type it. */
  public String singular() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The name in addresses. */
  public String plural() {
    return plural;
  }

  /** The name for those who type it often. */
  public String shortName() {
    return shortName;
  }

  /** What it is, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What stands in its {@code spec}. */
  public Group spec() {
    return spec;
  }

  /** What stands in its {@code status}. */
  public Group status() {
    return StatusSchema.STATUS;
  }

  /** What {@code kubectl get} shows. */
  public List<Column> columns() {
    return columns;
  }
}
