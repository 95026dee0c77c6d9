// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;
import wtf.metio.jaas.operator.kube.KubeObject;

/** A watch as it comes over a connection: one document for each change. */
final class HttpChanges implements ObjectServer.Changes {

  private final Call call;
  private final Response response;
  private final LeanJson json;
  private boolean begun;

  HttpChanges(Call call, Response response, LeanJson json) {
    this.call = call;
    this.response = response;
    this.json = json;
  }

  @Override
  public Optional<Change> next() throws IOException {
    try {
      while (!ended()) {
        var change = read();
        if (change.isPresent()) {
          return change;
        }
      }
      return Optional.empty();
    } catch (IllegalStateException notAsExpected) {
      throw new IOException("the API server sent something else than changes", notAsExpected);
    }
  }

  /** Whether the server is done. The reader takes an end before anything came for a broken one. */
  private boolean ended() throws IOException {
    if (!begun && response.body().source().exhausted()) {
      return true;
    }
    begun = true;
    return json.reader().peek() == JsonToken.END_DOCUMENT;
  }

  @Override
  public void close() {
    call.cancel();
    response.close();
  }

  private Optional<Change> read() throws IOException {
    var type = "";
    var object = new JsonObject();
    var reader = json.reader();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "type" -> type = reader.nextString();
        case "object" -> object = json.object();
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    return change(type, object);
  }

  /** A type that nobody knows yet is passed over. */
  private static Optional<Change> change(String type, JsonObject json) {
    var object = new KubeObject(json);
    return switch (type) {
      case "ADDED", "MODIFIED" -> Optional.of(new Change.Put(object));
      case "DELETED" -> Optional.of(new Change.Gone(object));
      case "BOOKMARK" -> Optional.of(new Change.Bookmark(object.resourceVersion()));
      case "ERROR" -> Optional.of(new Change.Refusal(code(json), message(json)));
      default -> Optional.empty();
    };
  }

  private static int code(JsonObject status) {
    return status.get("code") instanceof JsonPrimitive code && code.isNumber()
        ? code.getAsInt()
        : 0;
  }

  private static String message(JsonObject status) {
    return status.get("message") instanceof JsonPrimitive message
        ? HttpObjectServer.shortened(message.getAsString())
        : "";
  }
}
