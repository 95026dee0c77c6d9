// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Makes requests; the address is the server's, then what {@link ResourceType} says. */
record Requests(HttpUrl server, String authorization) {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType MERGE = MediaType.get("application/merge-patch+json");

  /** JSON is YAML, and older API servers know this form alone. */
  private static final MediaType APPLY = MediaType.get("application/apply-patch+yaml");

  Request get(String path) {
    return at(url(path).build()).get().build();
  }

  Request create(String path, JsonObject object) {
    return at(written(path).build()).post(new Body(JSON, object)).build();
  }

  Request replace(String path, JsonObject object) {
    return at(written(path).build()).put(new Body(JSON, object)).build();
  }

  Request patch(String path, Patch patch) {
    var url = written(path);
    var type =
        switch (patch.form()) {
          case MERGE -> MERGE;
          case APPLY -> APPLY;
        };
    if (patch.form() == Patch.Form.APPLY) {
      url.addQueryParameter("force", "true");
    }
    return at(url.build()).patch(new Body(type, patch.body())).build();
  }

  Request delete(String path, JsonObject options) {
    return at(url(path).build()).delete(new Body(JSON, options)).build();
  }

  /** What is there with a name now, and from then on every change. */
  Request watch(String path, String name, String resourceVersion) {
    var url =
        url(path)
            .addQueryParameter("watch", "true")
            .addQueryParameter("fieldSelector", "metadata.name=" + name)
            .addQueryParameter("resourceVersion", resourceVersion);
    return at(url.build()).get().build();
  }

  private HttpUrl.Builder url(String path) {
    return server.newBuilder().addPathSegments(path.substring(1));
  }

  private HttpUrl.Builder written(String path) {
    return url(path).addQueryParameter("fieldManager", Patch.FIELD_MANAGER);
  }

  private Request.Builder at(HttpUrl url) {
    var request = new Request.Builder().url(url).header("Accept", JSON.toString());
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  /** Sent once: what may have been done is never done again behind the caller's back. */
  private static final class Body extends RequestBody {

    private final MediaType type;
    private final byte[] text;

    Body(MediaType type, JsonObject object) {
      this.type = type;
      this.text = object.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return text.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(text);
    }
  }
}
