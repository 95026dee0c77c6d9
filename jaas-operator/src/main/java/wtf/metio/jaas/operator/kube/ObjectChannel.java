// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Request;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * One object, over connections of its own: however much else is asked, this gets through.
 *
 * <p>After a request that was not answered the next one begins with a new connection, so that a
 * dead one does not cost two. Belongs to one thread at a time.
 */
public final class ObjectChannel {

  private final Exchange exchange;
  private final Requests requests;
  private final ResourceType type;
  private final ResourceName name;
  private Optional<Instant> servedAt = Optional.empty();

  ObjectChannel(Exchange exchange, Requests requests, ResourceType type, ResourceName name) {
    this.exchange = exchange;
    this.requests = requests;
    this.type = type;
    this.name = name;
  }

  /** Reads the object. */
  public Reply read() {
    return send(requests.get(type.path(name)));
  }

  /** Creates the object. */
  public Reply create(JsonObject object) {
    return send(requests.create(type.path(name.namespace()), object));
  }

  /** Replaces the object, if it still has the resource version that is given. */
  public Reply replace(JsonObject object) {
    return send(requests.replace(type.path(name), object));
  }

  /** When the last answer was given, by the clock of the API server; empty if there was none. */
  public Optional<Instant> servedAt() {
    return servedAt;
  }

  /**
   * Watches the object.
   *
   * @param resourceVersion from when on
   * @param changed gets the object after each change, on a thread of the watch
   * @param ended is run once when there is nothing more to come, on that thread
   */
  public Watching watch(String resourceVersion, Consumer<KubeObject> changed, Runnable ended) {
    var request = requests.watch(type.path(name.namespace()), name.name(), resourceVersion);
    var call = exchange.client().newCall(request);
    Thread.ofVirtual()
        .name("watch of " + name)
        .start(
            () -> {
              follow(call, changed);
              ended.run();
            });
    return call::cancel;
  }

  /** A watch that runs. */
  @FunctionalInterface
  public interface Watching extends AutoCloseable {

    /** Ends it; returns at once. */
    @Override
    void close();
  }

  private Reply send(Request request) {
    var answer = exchange.send(request);
    servedAt = answer.servedAt();
    if (answer.reply() instanceof Reply.Unanswered) {
      exchange.client().connectionPool().evictAll();
    }
    return answer.reply();
  }

  private static void follow(Call call, Consumer<KubeObject> changed) {
    try (var response = call.execute()) {
      var source = response.body().source();
      while (response.isSuccessful() && !source.exhausted()) {
        var event = Answers.event(source);
        if (event.get("object") instanceof JsonObject object && isChange(event)) {
          changed.accept(new KubeObject(object));
        }
      }
    } catch (IOException _) {
      // The caller learns that it ended, and reads the object to know more.
    }
  }

  private static boolean isChange(JsonObject event) {
    var kind = event.get("type").getAsString();
    return kind.equals("ADDED") || kind.equals("MODIFIED");
  }
}
