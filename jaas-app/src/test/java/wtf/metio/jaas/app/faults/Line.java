// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The line between a replica and the API server. It can be slow, cut and held.
 *
 * <p>Each has an address of its own, by which the API server can tell who wrote.
 */
final class Line implements AutoCloseable {

  private final URI server;
  private final InetAddress from;
  private final ServerSocket entrance;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private volatile CountDownLatch held = new CountDownLatch(0);

  /**
   * A line to a server.
   *
   * @param number between 2 and 254, which nobody else has at the same time
   */
  Line(URI server, int number) throws IOException {
    this.server = server;
    this.from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** As the API server sees it. */
  String address() {
    return from.getHostAddress();
  }

  /** A kubeconfig file like another one, over this line. */
  Path over(Path kubeconfig) {
    try {
      var text = Files.readString(kubeconfig);
      var changed = text.replace(server.toString(), "https://127.0.0.1:" + entrance.getLocalPort());
      return Files.writeString(
          kubeconfig.resolveSibling(kubeconfig.getFileName() + "-over-" + address()), changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on everything takes this much longer, in each direction. */
  void delay(Duration time) {
    delay = time;
  }

  /** Breaks every connection; new ones may be made at once. */
  void cut() {
    sockets.forEach(Line::close);
  }

  /** Breaks every connection; those that are made then lead nowhere until {@link #release}. */
  void hold() {
    held = new CountDownLatch(1);
    cut();
  }

  /** Ends {@link #hold}: what was sent meanwhile arrives. */
  void release() {
    held.countDown();
  }

  private void accept() {
    try {
      while (true) {
        var near = entrance.accept();
        Thread.ofVirtual().start(() -> connect(near));
      }
    } catch (IOException _) {
      cut();
    }
  }

  private void connect(Socket near) {
    try {
      held.await();
      var far = new Socket(InetAddress.getByName(server.getHost()), server.getPort(), from, 0);
      carry(near, far);
      carry(far, near);
    } catch (IOException | InterruptedException _) {
      close(near);
    }
  }

  private record Load(byte[] bytes, long dueNanos) {}

  private void carry(Socket from, Socket to) {
    sockets.add(from);
    BlockingQueue<Load> underWay = new LinkedBlockingQueue<>();
    Thread.ofVirtual().start(() -> receive(from, underWay));
    Thread.ofVirtual().start(() -> deliver(underWay, to, from));
  }

  private void receive(Socket from, BlockingQueue<Load> underWay) {
    var buffer = new byte[65536];
    int count = 0;
    while (count >= 0) {
      try {
        count = from.getInputStream().read(buffer);
      } catch (IOException _) {
        count = -1;
      }
      underWay.add(
          new Load(Arrays.copyOf(buffer, Math.max(0, count)), System.nanoTime() + delay.toNanos()));
    }
  }

  /** Nothing is the end. */
  private void deliver(BlockingQueue<Load> underWay, Socket to, Socket from) {
    try {
      for (var load = underWay.take(); load.bytes().length > 0; load = underWay.take()) {
        LockSupport.parkNanos(load.dueNanos() - System.nanoTime());
        to.getOutputStream().write(load.bytes());
      }
    } catch (IOException | InterruptedException _) {
      // The other side is gone; so will be this one.
    }
    close(to);
    close(from);
    sockets.remove(from);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
