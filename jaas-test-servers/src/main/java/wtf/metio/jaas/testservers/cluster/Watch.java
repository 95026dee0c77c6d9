// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers.cluster;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Changes in the order in which the server tells them.
 *
 * <p>Everything is kept until somebody asks for it. Belongs to one thread, which closes it.
 */
public final class Watch implements AutoCloseable {

  /**
   * A change.
   *
   * @param type {@code ADDED}, {@code MODIFIED}, {@code DELETED} or {@code ERROR}
   * @param object as it is afterwards; for {@code ERROR} the server's reason
   */
  public record Event(String type, KubeObject object) {}

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Stream<String> lines;
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

  Watch(HttpResponse<Stream<String>> response) {
    this.lines = response.body();
    if (response.statusCode() != 200) {
      throw new AssertionError("The server answered " + response.statusCode() + " to a watch");
    }
    Thread.ofVirtual().name("watch").start(this::read);
  }

  /** Every change up to the first that is wanted, with it; fails the test after a minute. */
  public List<Event> until(Predicate<Event> wanted) {
    var seen = new ArrayList<Event>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var event = next(deadline, seen);
      seen.add(event);
      if (wanted.test(event)) {
        return seen;
      }
    }
  }

  /** Every change that was told and not asked for yet. */
  public List<Event> soFar() {
    var seen = new ArrayList<Event>();
    events.drainTo(seen);
    return seen;
  }

  @Override
  public void close() {
    lines.close();
  }

  private Event next(long deadline, List<Event> seen) {
    try {
      var event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("Not told within " + PATIENCE + "; told were " + seen);
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try {
      lines.forEach(line -> events.add(event(line)));
    } catch (UncheckedIOException _) {
      // The server went away, or the watch was closed: there is no more to tell.
    }
  }

  private static Event event(String line) {
    var json = DeepJson.object(line);
    return new Event(
        json.get("type").getAsString(), new KubeObject(json.getAsJsonObject("object")));
  }
}
