// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import wtf.metio.jaas.app.text.GoText;

/**
 * Which build this is.
 *
 * @param version of JaaS; {@code development} outside of a release
 * @param commit it was built from; {@code unknown} if the build was not told
 * @param language version of the language, as its reference counts
 */
record BuildFacts(String version, String commit, String language) {

  private static final String FILE = "build.properties";

  static BuildFacts ofThisBuild() {
    var facts = new Properties();
    try (InputStream file = BuildFacts.class.getResourceAsStream(FILE)) {
      if (file != null) {
        facts.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildFacts(
        fact(facts, "version", "development"),
        fact(facts, "commit", "unknown"),
        fact(facts, "language", "unknown"));
  }

  /** What {@code --version} prints. */
  String lines() {
    return "version: " + version + "\ncommit: " + commit + "\njsonnet: " + language + "\n";
  }

  /** What {@code /version} answers. */
  String json() {
    return "{\"version\":"
        + GoText.json(version)
        + ",\"commit\":"
        + GoText.json(commit)
        + ",\"jsonnet\":"
        + GoText.json(language)
        + "}";
  }

  /** As labels of a metric. */
  Map<String, String> labels() {
    return new TreeMap<>(Map.of("version", version, "commit", commit, "jsonnet", language));
  }

  /** A value that the build did not fill in is none. */
  private static String fact(Properties facts, String name, String otherwise) {
    var value = facts.getProperty(name, "");
    return value.isEmpty() || value.startsWith("${") || value.startsWith("@") ? otherwise : value;
  }
}
