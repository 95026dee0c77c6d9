// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

/** A value as YAML: a list as a stream of its elements, anything else as the only document. */
final class YamlDocuments {

  private YamlDocuments() {}

  /**
   * Writes the next value.
   *
   * @param bytes how long it is as JSON
   */
  static byte[] of(JsonCursor json, int bytes) throws UnfitException {
    var yaml = new YamlWriter(bytes);
    if (!json.passIf('[')) {
      yaml.document(json);
      return yaml.bytes();
    }
    boolean first = true;
    while (!json.passIf(']')) {
      if (!first) {
        yaml.separator();
      }
      first = false;
      yaml.document(json);
      json.passIf(',');
    }
    return yaml.bytes();
  }
}
