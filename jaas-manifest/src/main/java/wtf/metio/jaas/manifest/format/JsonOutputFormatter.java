// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.snippet.Format;
import wtf.metio.jaas.domain.source.FileSet;

/**
 * Formats what an engine rendered.
 *
 * <p>What is written depends on the value alone: the same value gives the same bytes, on any
 * machine. Values of more than 1,000 levels fit no format but JSON.
 */
public final class JsonOutputFormatter implements OutputFormatter {

  /** The file of {@link Format#JSON}. */
  public static final String JSON_FILE = "rendered.json";

  /** The file of {@link Format#YAML}. */
  public static final String YAML_FILE = "rendered.yaml";

  private static final byte[] OBJECT_FIELD = "\"apiVersion\"".getBytes(StandardCharsets.US_ASCII);

  @Override
  public Formatted format(byte[] json, Format format) {
    try {
      return switch (format) {
        case JSON -> new Formatted.Files(FileSet.of(JSON_FILE, json), notes(json));
        case YAML ->
            new Formatted.Files(
                FileSet.of(YAML_FILE, YamlDocuments.of(new JsonCursor(json), json.length)),
                List.of());
        case MANIFESTS -> ObjectFiles.of(json);
        case MULTI -> FieldFiles.of(json);
      };
    } catch (UnfitException unfit) {
      return new Formatted.Unfit(unfit.text());
    }
  }

  /** Flux takes an archive without manifests for one that wants everything removed. */
  private static List<String> notes(byte[] json) {
    if (!mayHoldObjects(json)) {
      return List.of();
    }
    int objects;
    try {
      objects = ObjectSearch.in(json).objects().size();
    } catch (UnfitException _) {
      return List.of();
    }
    return objects == 0
        ? List.of()
        : List.of(
            "The value holds Kubernetes objects ("
                + objects
                + ") in format json. A Flux Kustomization finds nothing in it, and with prune"
                + " removes what it applied before; set spec.format to manifests.");
  }

  /** Each of them has this field, and looking for it is much cheaper than the walk. */
  private static boolean mayHoldObjects(byte[] json) {
    for (int i = 0; i + OBJECT_FIELD.length <= json.length; i++) {
      if (json[i] == '"'
          && Arrays.equals(
              json, i, i + OBJECT_FIELD.length, OBJECT_FIELD, 0, OBJECT_FIELD.length)) {
        return true;
      }
    }
    return false;
  }
}
