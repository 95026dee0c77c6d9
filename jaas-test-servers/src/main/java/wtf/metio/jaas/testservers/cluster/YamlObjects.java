// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Objects in YAML or JSON, with {@code ---} between them. */
final class YamlObjects {

  private static final int CODE_POINTS = 16 * 1024 * 1024;
  private static final Gson GSON = new Gson();

  private YamlObjects() {}

  static List<KubeObject> inFile(Path file) {
    try {
      return inText(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Documents that hold nothing but comments are none. */
  static List<KubeObject> inText(String text) {
    var settings = LoadSettings.builder().setCodePointLimit(CODE_POINTS).build();
    var documents = new Load(settings).loadAllFromString(text);
    return StreamSupport.stream(documents.spliterator(), false)
        .filter(Objects::nonNull)
        .map(document -> new KubeObject(GSON.toJsonTree(document).getAsJsonObject()))
        .toList();
  }
}
