// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads what the API server answers. */
final class Answers {

  /** An object in etcd has at most 1.5 MiB; as JSON it may be longer, but not by that much. */
  static final long MOST_BYTES = 16 * 1024 * 1024;

  /** Enough for the list of everything that is wrong with an object. */
  static final int MOST_WORDS = 4096;

  private Answers() {}

  /** What came of a request; the caller closes the response. */
  static Reply read(Response response) throws IOException {
    var source = response.body().source();
    if (source.request(MOST_BYTES + 1)) {
      return new Reply.Unanswered("The answer of the API server is too long.");
    }
    var text = source.readString(StandardCharsets.UTF_8);
    return response.isSuccessful() ? done(text) : refused(response.code(), text);
  }

  /** The next line of a watch; null at its end. */
  static JsonObject event(BufferedSource source) throws IOException {
    var line = source.readUtf8LineStrict(MOST_BYTES);
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException("not an event", e);
    }
  }

  /** Why nobody answered, without saying where the API server is. */
  static Reply.Unanswered broken(IOException failure) {
    return new Reply.Unanswered(
        switch (failure) {
          case InterruptedIOException _ -> "The API server did not answer in time.";
          case ConnectException _ -> "The API server cannot be reached.";
          case UnknownHostException _ -> "The name of the API server is not known.";
          case SSLException _ -> "There is no trust between this process and the API server.";
          default -> "The connection to the API server broke.";
        });
  }

  private static Reply done(String text) {
    try {
      if (JsonParser.parseString(text) instanceof JsonObject object) {
        return new Reply.Done(new KubeObject(object));
      }
    } catch (JsonParseException _) {
      // Told below: something between here and the API server answers in its name.
    }
    return new Reply.Unanswered("What was answered is not from an API server.");
  }

  private static Reply refused(int code, String text) {
    var status = status(text);
    var message = word(status, "message");
    return new Reply.Refused(
        code, word(status, "reason"), bounded(message.isEmpty() ? "HTTP " + code : message));
  }

  private static JsonObject status(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
    } catch (JsonParseException _) {
      // Before the API server has come up far enough it answers in plain text.
      return new JsonObject();
    }
  }

  private static String word(JsonObject status, String name) {
    return status.get(name) instanceof JsonElement word && word.isJsonPrimitive()
        ? word.getAsString()
        : "";
  }

  private static String bounded(String message) {
    if (message.length() <= MOST_WORDS) {
      return message;
    }
    int end = Character.isHighSurrogate(message.charAt(MOST_WORDS - 1)) ? 1 : 0;
    return message.substring(0, MOST_WORDS - end) + "...";
  }
}
