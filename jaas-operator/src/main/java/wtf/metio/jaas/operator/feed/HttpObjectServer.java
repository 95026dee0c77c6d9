// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.feed;

import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import wtf.metio.jaas.operator.kube.KubeObject;

/** Lists and watches over the client of Kubernetes: its address, its identity, its connections. */
final class HttpObjectServer implements ObjectServer {

  private static final String[] IDENTITY = {"BearerToken"};
  private static final String PAGE_OF_METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final String METADATA =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int LONGEST_MESSAGE = 1000;

  private final ApiClient client;
  private final OkHttpClient http;
  private final FeedOptions options;

  HttpObjectServer(ApiClient client, FeedOptions options) {
    this.client = client;
    this.options = options;
    // The connections stay those of the client. Its own patience may be endless.
    this.http =
        client
            .getHttpClient()
            .newBuilder()
            .readTimeout(ANSWER)
            .writeTimeout(ANSWER)
            .callTimeout(Duration.ZERO)
            .build();
  }

  @Override
  public Page list(Selection selection, PageRequest request, Consumer<KubeObject> each)
      throws IOException {
    var query = query(selection);
    if (request.limit() > 0) {
      query.add(new Pair("limit", Integer.toString(request.limit())));
    }
    if (!request.from().isEmpty()) {
      query.add(new Pair("continue", request.from()));
    }
    try (var response = answered(call(selection, query, PAGE_OF_METADATA))) {
      return new PageReading(new LeanJson(text(response)), each).read();
    } catch (IllegalStateException notAsExpected) {
      throw new IOException("the API server sent something else than a list", notAsExpected);
    }
  }

  @Override
  public Changes watch(Selection selection, String version) throws IOException {
    var query = query(selection);
    query.add(new Pair("watch", "true"));
    query.add(new Pair("resourceVersion", version));
    query.add(new Pair("allowWatchBookmarks", "true"));
    query.add(new Pair("timeoutSeconds", Long.toString(options.period().toSeconds())));
    var call = call(selection, query, METADATA);
    var response = answered(call);
    // An API server that lives ends the watch by itself before this long silence.
    response
        .body()
        .source()
        .timeout()
        .timeout(options.longestSilence().toMillis(), TimeUnit.MILLISECONDS);
    return new HttpChanges(call, response, new LeanJson(text(response)));
  }

  private static List<Pair> query(Selection selection) {
    var query = new ArrayList<Pair>();
    if (!selection.labels().isEmpty()) {
      query.add(new Pair("labelSelector", selection.labels()));
    }
    return query;
  }

  private Call call(Selection selection, List<Pair> query, String metadata) throws IOException {
    Map<String, String> headers = new HashMap<>();
    boolean whole = selection.part() == Selection.Part.WHOLE;
    headers.put("Accept", whole ? "application/json" : metadata);
    // Compressing costs the server more than the network gains.
    headers.put("Accept-Encoding", "identity");
    return http.newCall(request(selection.path(), query, headers));
  }

  private Request request(String path, List<Pair> query, Map<String, String> headers)
      throws IOException {
    try {
      return client.buildRequest(
          null, path, "GET", query, List.of(), null, headers, Map.of(), Map.of(), IDENTITY, null);
    } catch (ApiException cause) {
      throw new IOException("the request cannot be made", cause);
    }
  }

  private static Response answered(Call call) throws IOException {
    var response = call.execute();
    if (response.isSuccessful()) {
      return response;
    }
    try (response) {
      throw new RefusedException(response.code(), message(response));
    }
  }

  private static String message(Response response) throws IOException {
    try (var text = text(response)) {
      var status = new LeanJson(text).object();
      return status.get("message") instanceof JsonPrimitive message
          ? shortened(message.getAsString())
          : response.message();
    } catch (MalformedJsonException _) {
      return response.message();
    }
  }

  static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  private static Reader text(Response response) {
    return new InputStreamReader(response.body().byteStream(), StandardCharsets.UTF_8);
  }

  /** Reads one page; its parts may come in any order. */
  private static final class PageReading {

    private final LeanJson json;
    private final Consumer<KubeObject> each;
    private String version = "";
    private String next = "";

    PageReading(LeanJson json, Consumer<KubeObject> each) {
      this.json = json;
      this.each = each;
    }

    Page read() throws IOException {
      JsonReader reader = json.reader();
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "metadata" -> metadata(reader);
          case "items" -> items(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      if (version.isEmpty()) {
        throw new IOException("the API server sent a list without a version");
      }
      return new Page(version, next);
    }

    private void metadata(JsonReader reader) throws IOException {
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "resourceVersion" -> version = reader.nextString();
          case "continue" -> next = reader.nextString();
          default -> reader.skipValue();
        }
      }
      reader.endObject();
    }

    private void items(JsonReader reader) throws IOException {
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
        return;
      }
      reader.beginArray();
      while (reader.hasNext()) {
        each.accept(new KubeObject(json.object()));
      }
      reader.endArray();
    }
  }
}
