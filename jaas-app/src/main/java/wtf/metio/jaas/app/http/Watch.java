// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One watched connection. The monitor guards everything; the action runs outside of it. */
final class Watch implements ClientWatch {

  /** More than a pipelined request needs; who sends more than this meanwhile is there. */
  private static final int READ_AHEAD = 4 << 10;

  private final SocketChannel channel;
  private final Runnable whenGone;
  private final Consumer<ByteBuffer> giveBack;
  private @Nullable ByteBuffer sent;
  private boolean done;

  Watch(SocketChannel channel, Runnable whenGone, Consumer<ByteBuffer> giveBack) {
    this.channel = channel;
    this.whenGone = whenGone;
    this.giveBack = giveBack;
  }

  SocketChannel channel() {
    return channel;
  }

  synchronized boolean isDone() {
    return done;
  }

  /** Looks at a connection that has something to say; true if there is nothing to wait for. */
  boolean look() {
    synchronized (this) {
      if (done) {
        return true;
      }
      if (isThere()) {
        return sent != null;
      }
      done = true;
    }
    whenGone.run();
    return true;
  }

  /** The client is known to be gone. */
  void gone() {
    synchronized (this) {
      if (done) {
        return;
      }
      done = true;
    }
    whenGone.run();
  }

  @Override
  public synchronized void close() {
    done = true;
    if (sent != null) {
      giveBack.accept(sent.flip());
      sent = null;
    }
  }

  private boolean isThere() {
    var buffer = ByteBuffer.allocate(READ_AHEAD);
    try {
      int count = channel.read(buffer);
      if (count > 0) {
        sent = buffer;
      }
      return count >= 0;
    } catch (IOException _) {
      return false;
    }
  }
}
