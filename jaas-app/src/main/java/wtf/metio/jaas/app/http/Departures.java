// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Notices that clients leave while their requests are being worked on.
 *
 * <p>The connector looks at a connection again only after the answer. One thread with a selector of
 * its own looks at them meanwhile. A watch is taken up at the next tick, so that requests that are
 * quickly done cost nothing but an entry in a queue.
 */
final class Departures implements AutoCloseable {

  private static final int TICK_MILLIS = 2;

  private final Selector selector;
  private final Queue<Watch> arrivals = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean idle = new AtomicBoolean();
  private volatile boolean closed;

  private Departures(Selector selector) {
    this.selector = selector;
  }

  /** Starts to watch, on a thread of this name. */
  static Departures start(String thread) {
    try {
      var departures = new Departures(Selector.open());
      Thread.ofPlatform().daemon().name(thread).start(departures::run);
      return departures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Watches a connection whose request is complete.
   *
   * @param whenGone runs on this object's thread and must not block
   * @param giveBack takes, on the thread that closes the watch, what the client sent meanwhile
   */
  ClientWatch watch(SocketChannel channel, Runnable whenGone, Consumer<ByteBuffer> giveBack) {
    var watch = new Watch(channel, whenGone, giveBack);
    arrivals.add(watch);
    if (idle.compareAndSet(true, false)) {
      selector.wakeup();
    }
    return watch;
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }

  private void run() {
    try (selector) {
      while (!closed) {
        await();
        look();
        takeUp();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() throws IOException {
    if (!selector.keys().isEmpty()) {
      selector.select(TICK_MILLIS);
      return;
    }
    idle.set(true);
    if (arrivals.isEmpty() && !closed) {
      selector.select();
    }
    if (!idle.getAndSet(false)) {
      // Somebody came: most are done within a tick, so that nothing has to be registered.
      selector.select(TICK_MILLIS);
    }
  }

  private void look() throws IOException {
    for (var key : selector.selectedKeys()) {
      if (key.attachment() instanceof Watch watch && watch.look()) {
        key.cancel();
      }
    }
    selector.selectedKeys().clear();
    for (var key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Watch watch && watch.isDone()) {
        key.cancel();
      }
    }
    // A key lives on until the next selection, and a closed connection with it.
    selector.selectNow();
  }

  private void takeUp() {
    for (var watch = arrivals.poll(); watch != null; watch = arrivals.poll()) {
      try {
        if (!watch.isDone()) {
          watch.channel().register(selector, SelectionKey.OP_READ, watch);
        }
      } catch (ClosedChannelException | CancelledKeyException _) {
        watch.gone();
      }
    }
  }
}
