// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.manifest.schema.Finding;
import wtf.metio.jaas.manifest.schema.MetadataSchema;
import wtf.metio.jaas.manifest.schema.SchemaCheck;
import wtf.metio.jaas.manifest.tree.Node;

/** Reads who an object is about. */
final class MetadataForm {

  private static final String FIELD = "metadata";
  private static final String NAME = "metadata.name";
  private static final String NAMESPACE = "metadata.namespace";

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern LABELS = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern ONE_LABEL = Pattern.compile(LABEL);
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_NAMESPACE = 63;

  private final Node.Fields root;
  private final List<Finding> findings = new ArrayList<>();

  MetadataForm(Node.Fields root) {
    this.root = root;
  }

  /** What is wrong, after {@link #read}. */
  List<Finding> findings() {
    return findings;
  }

  /** Empty if nobody can tell who is meant; other mistakes leave something out. */
  Optional<Metadata> read() {
    var metadata = root.fields(FIELD);
    if (metadata.isEmpty()) {
      findings.add(new Finding(root.line(), FIELD, "must be an object with a name"));
      return Optional.empty();
    }
    findings.addAll(
        SchemaCheck.check(metadata.get(), MetadataSchema.READ, MetadataSchema.names(), FIELD));
    return name(metadata.get())
        .map(
            name ->
                new Metadata(
                    name,
                    texts(metadata.get(), "labels"),
                    texts(metadata.get(), "annotations"),
                    generation(metadata.get())));
  }

  private Optional<ResourceName> name(Node.Fields metadata) {
    var name = metadata.text("name").orElse("");
    var namespace =
        metadata
            .text("namespace")
            .filter(text -> !text.isEmpty())
            .orElse(Metadata.DEFAULT_NAMESPACE);
    if (metadata.get("name").isEmpty() && metadata.get("generateName").isPresent()) {
      findings.add(
          new Finding(
              metadata.line(),
              NAME,
              "must be set; only an API server makes names of metadata.generateName"));
    }
    boolean named = isGood(name, LABELS, LONGEST_NAME);
    boolean placed = isGood(namespace, ONE_LABEL, LONGEST_NAMESPACE);
    if (!named && !name.isEmpty()) {
      wrong(metadata, "name", NAME, LONGEST_NAME, ", digits, dashes and dots");
    }
    if (!placed) {
      wrong(metadata, "namespace", NAMESPACE, LONGEST_NAMESPACE, ", digits and dashes");
    }
    return named && placed ? Optional.of(new ResourceName(namespace, name)) : Optional.empty();
  }

  private static boolean isGood(String text, Pattern pattern, int longest) {
    return text.length() <= longest && pattern.matcher(text).matches();
  }

  private void wrong(
      Node.Fields metadata, String key, String field, int longest, String characters) {
    var node = metadata.get(key).orElse(metadata);
    findings.add(
        new Finding(
            node.line(),
            field,
            "must be at most "
                + longest
                + " lower-case letters"
                + characters
                + ", with a letter or digit at both ends; found "
                + node.description()));
  }

  private static SortedMap<String, String> texts(Node.Fields metadata, String field) {
    var texts = new TreeMap<String, String>();
    metadata
        .fields(field)
        .ifPresent(
            fields ->
                fields
                    .entries()
                    .forEach(
                        (name, entry) ->
                            entry.value().asText().ifPresent(text -> texts.put(name, text))));
    return texts;
  }

  private static long generation(Node.Fields metadata) {
    return metadata.get("generation").flatMap(Node::asWhole).orElse(0L);
  }
}
