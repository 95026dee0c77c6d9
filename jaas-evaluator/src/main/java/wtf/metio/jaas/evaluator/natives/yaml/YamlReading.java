// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFailure;

/** Reads a stream of documents. */
public final class YamlReading {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(Integer.MAX_VALUE)
          .setVersionFunction(YamlReading::known)
          .build();

  private YamlReading() {}

  private static SpecVersion known(SpecVersion version) {
    if (version.getMajor() == 1 && version.getMinor() == 1) {
      return version;
    }
    throw new YamlEngineException("found incompatible YAML document");
  }

  /** The documents as an array; an empty text has none. */
  public static Json read(String text, Checkpoint checkpoint) throws NativeFailure {
    try {
      var events = new Parse(SETTINGS).parseReader(new WatchedReader(text, checkpoint)).iterator();
      List<Json> documents = new ArrayList<>();
      while (events.hasNext()) {
        if (events.next() instanceof DocumentStartEvent) {
          documents.add(new YamlComposer(events, checkpoint).document());
        }
      }
      return new Json.Arr(documents);
    } catch (MarkedYamlEngineException e) {
      throw failure(line(e) + e.getProblem());
    } catch (YamlEngineException e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  static NativeFailure failure(String problem) {
    return new NativeFailure("parsing yaml: " + problem);
  }

  private static String line(MarkedYamlEngineException problem) {
    return problem.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
  }
}
