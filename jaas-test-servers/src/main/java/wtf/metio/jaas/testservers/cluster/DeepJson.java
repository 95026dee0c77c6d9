// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;

/** Reads whatever an API server takes: tests give it objects of thousands of levels. */
final class DeepJson {

  /** More than the 10,000 of the API server. */
  private static final int NESTING = 20_000;

  private DeepJson() {}

  static JsonObject object(String text) {
    var reader = new JsonReader(new StringReader(text));
    reader.setNestingLimit(NESTING);
    return JsonParser.parseReader(reader).getAsJsonObject();
  }
}
