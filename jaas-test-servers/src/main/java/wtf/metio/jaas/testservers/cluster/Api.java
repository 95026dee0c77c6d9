// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The cluster as one identity sees it.
 *
 * <p>Paths begin with a slash and may have a query; {@link Resource} makes them. Bodies are YAML or
 * JSON. An answer is returned whatever its status is; a server that cannot be reached, or does not
 * answer within 30 s, is an {@link UncheckedIOException}. Any number of threads may use it.
 */
public final class Api {

  /** Who writes what is applied from here. */
  public static final String FIELD_MANAGER = "tests";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;

  private final HttpClient client;
  private final URI endpoint;
  private final Identity identity;

  Api(HttpClient client, URI endpoint, Identity identity) {
    this.client = client;
    this.endpoint = endpoint;
    this.identity = identity;
  }

  public Answer get(String path) {
    return ask("GET", path, "", "");
  }

  /** What {@code kubectl get} shows: columns and cells instead of objects. */
  public Answer table(String path) {
    var request = request(path).header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
    return send(request.GET());
  }

  /** Adds an object to those at a path. */
  public Answer create(String path, String body) {
    return ask("POST", path, typeOf(body), body);
  }

  public Answer replace(String path, String body) {
    return ask("PUT", path, typeOf(body), body);
  }

  /** Merges a patch into an object; null takes away. */
  public Answer patch(String path, String body) {
    return ask("PATCH", path, "application/merge-patch+json", body);
  }

  /** Applies an object as {@link #FIELD_MANAGER}, whoever else wrote its fields. */
  public Answer apply(String path, String body) {
    return applyAs(FIELD_MANAGER, path, body);
  }

  /** Applies an object as somebody, whoever else wrote its fields. */
  public Answer applyAs(String fieldManager, String path, String body) {
    var query = (path.contains("?") ? "&" : "?") + "force=true&fieldManager=" + fieldManager;
    return ask("PATCH", path + query, "application/apply-patch+yaml", body);
  }

  /** Deletes one object, or all at a path. */
  public Answer delete(String path) {
    return ask("DELETE", path, "", "");
  }

  /** What is there now at a path, and from then on every change. */
  public Watch watch(String path) {
    var query = (path.contains("?") ? "&" : "?") + "watch=true";
    var request = HttpRequest.newBuilder(URI.create(endpoint + path + query));
    return new Watch(exchange(authorised(request).build(), BodyHandlers.ofLines()));
  }

  /** The object at a path as soon as it is as wanted; fails the test after a minute. */
  public KubeObject await(String path, Predicate<KubeObject> wanted) {
    return Awaiting.until(
            () -> get(path), answer -> answer.succeeded() && wanted.test(answer.body()))
        .body();
  }

  /** Returns as soon as there is nothing at a path; fails the test after a minute. */
  public void awaitGone(String path) {
    Awaiting.until(() -> get(path), answer -> answer.status() == NOT_FOUND);
  }

  private Answer ask(String method, String path, String type, String body) {
    var request = request(path).header("Accept", "application/json");
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  private Answer send(HttpRequest.Builder request) {
    var response = exchange(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private HttpRequest.Builder request(String path) {
    return authorised(HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(PATIENCE));
  }

  private HttpRequest.Builder authorised(HttpRequest.Builder request) {
    return request.header("Authorization", "Bearer " + identity.token());
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String typeOf(String body) {
    return body.stripLeading().startsWith("{") ? "application/json" : "application/yaml";
  }
}
