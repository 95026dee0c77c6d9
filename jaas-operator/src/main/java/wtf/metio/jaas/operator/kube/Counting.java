// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Tells of every request, whoever makes it. */
record Counting(HttpUrl server, RequestListener listener) implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    long begun = System.nanoTime();
    try {
      var response = chain.proceed(chain.request());
      tell(chain.request(), response.code(), "", begun);
      return response;
    } catch (IOException e) {
      tell(chain.request(), 0, e.toString(), begun);
      throw e;
    }
  }

  private void tell(Request request, int code, String failure, long begun) {
    var path = RequestPath.of(segments(request.url()));
    listener.asked(
        new RequestListener.Request(
            request.method(),
            path.verb(request),
            path.resource(),
            path.subresource(),
            request.url().host() + ':' + request.url().port(),
            code,
            failure,
            Duration.ofNanos(System.nanoTime() - begun)));
  }

  /** A server may be found below a path; alone, it has one segment that is empty. */
  private List<String> segments(HttpUrl url) {
    int own = (int) server.pathSegments().stream().filter(segment -> !segment.isEmpty()).count();
    return url.pathSegments().subList(Math.min(own, url.pathSize()), url.pathSize());
  }
}
