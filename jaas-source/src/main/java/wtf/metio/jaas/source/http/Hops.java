// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.Closer;
import wtf.metio.jaas.source.urlguard.HttpTarget;
import wtf.metio.jaas.source.urlguard.UrlGuard;
import wtf.metio.jaas.source.urlguard.Verdict;

/** Follows an address from hop to hop to the file behind it. */
final class Hops {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final CloseableHttpClient client;
  private final HttpSettings settings;
  private final UrlGuard guard;

  Hops(CloseableHttpClient client, HttpSettings settings, UrlGuard guard) {
    this.client = client;
    this.settings = settings;
    this.guard = guard;
  }

  /** What one hop led to. */
  private sealed interface Landing {

    record Further(Verdict verdict) implements Landing {}

    record End(Download download) implements Landing {}
  }

  Download follow(String url, OutputStream target, Patience patience) {
    var body = new Body(target, settings.bytes());
    try (patience) {
      patience.begin(settings.total());
      var next = guard.check(url);
      for (int hop = 0; hop <= settings.redirects(); hop++) {
        if (next instanceof Verdict.Refused(var reason)) {
          return failed(
              DownloadProblem.FORBIDDEN, hop == 0 ? reason : "a redirect leads on: " + reason);
        }
        switch (get(((Verdict.Allowed) next).target(), body, patience)) {
          case Landing.Further(var verdict) -> next = verdict;
          case Landing.End(var download) -> {
            return download;
          }
        }
      }
      return failed(
          DownloadProblem.SERVER, "there are more than " + settings.redirects() + " redirects");
    }
  }

  private Landing get(HttpTarget target, Body body, Patience patience) {
    var request = new HttpGet(target.uri());
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    patience.watch(request);
    try {
      return landing(target, request, body);
    } catch (ForbiddenAddressException e) {
      return new Landing.End(failed(DownloadProblem.FORBIDDEN, e.reason()));
    } catch (IOException e) {
      return new Landing.End(broken(e, target, body, patience));
    } catch (IllegalStateException e) {
      // So the client ends a request that was cancelled between two of its steps.
      if (patience.isOver()) {
        return new Landing.End(broken(new IOException(e), target, body, patience));
      }
      throw e;
    }
  }

  private Landing landing(HttpTarget target, HttpGet request, Body body) throws IOException {
    var host = new HttpHost(target.scheme(), target.host(), target.port());
    var response = client.executeOpen(host, request, null);
    try {
      return landing(target, response, body);
    } finally {
      // Closing alone would read what is left of a body, however much that is.
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  private Landing landing(HttpTarget target, ClassicHttpResponse response, Body body)
      throws IOException {
    int status = response.getCode();
    var location = response.getFirstHeader(HttpHeaders.LOCATION);
    if (REDIRECTS.contains(status) && location != null) {
      return new Landing.Further(guard.checkRedirect(target, location.getValue()));
    }
    if (status != 200) {
      return new Landing.End(
          failed(
              isPermanent(status) ? DownloadProblem.REJECTED : DownloadProblem.SERVER,
              "the server answered " + status));
    }
    var entity = response.getEntity();
    if (entity == null) {
      return new Landing.End(failed(DownloadProblem.SERVER, "the server sent nothing"));
    }
    return new Landing.End(
        entity.getContentLength() > settings.bytes()
            ? body.tooLarge()
            : body.receive(entity.getContent()));
  }

  private static boolean isPermanent(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  private Download broken(IOException e, HttpTarget target, Body body, Patience patience) {
    if (patience.isCancelled()) {
      return failed(DownloadProblem.CANCELLED, "the download was given up", body.bytes());
    }
    if (patience.isExpired()) {
      return failed(
          DownloadProblem.TIMEOUT,
          "it took longer than " + settings.total().toSeconds() + " seconds",
          body.bytes());
    }
    return switch (e) {
      case UnknownHostException _ ->
          failed(DownloadProblem.NETWORK, "there is no host \"" + target.host() + '"');
      case SocketTimeoutException _ ->
          failed(DownloadProblem.TIMEOUT, "the server did not answer in time", body.bytes());
      default -> failed(DownloadProblem.NETWORK, words(e), body.bytes());
    };
  }

  /** The words of the library, which may hold what the server sent, but not at any length. */
  private static String words(IOException e) {
    var message = e.getMessage() == null ? "the connection broke" : e.getMessage();
    var line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }

  private static Download failed(DownloadProblem problem, String message) {
    return failed(problem, message, 0);
  }

  private static Download failed(DownloadProblem problem, String message, long bytes) {
    return new Download.Failed(problem, message, bytes);
  }
}
