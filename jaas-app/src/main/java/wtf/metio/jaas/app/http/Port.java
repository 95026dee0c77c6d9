// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * A port that serves.
 *
 * <p>Not to be started again after it was stopped. Methods are for the one thread that starts and
 * stops the process.
 */
public final class Port {

  private static final int REQUESTS_IN_A_ROW = 20;

  private final ListenAddress address;
  private final InFlight inFlight = new InFlight();
  private final Departures departures;
  private final WatchedProtocol protocol;
  private final ScheduledThreadPoolExecutor housekeeping;
  private int number;

  private Port(
      ListenAddress address, PortLimits limits, Handler handler, int seats, boolean mayWait) {
    this.address = address;
    this.departures = Departures.start(address.server() + "-departures");
    var dispatcher = new Dispatcher(handler, inFlight);
    var waiting = new Patience.Ledger();
    Supplier<Connection> connections = () -> new Connection(departures, limits, mayWait, waiting);
    var endpoint = new RoomyEndpoint(seats, waiting);
    this.protocol = new WatchedProtocol(endpoint, connections, dispatcher, limits);
    protocol.setAdapter(dispatcher.forConnection(connections.get()));
    housekeeping =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name(address.server() + "-housekeeping").factory());
    protocol.setUtilityExecutor(housekeeping);
    protocol.setProperty("bindOnInit", "false");
    protocol.setPort(address.port());
  }

  /** A port with a thread a request, whose handler may block as long as it likes. */
  public static Port ofManyThreads(ListenAddress address, PortLimits limits, Handler handler) {
    return ofManyThreads(address, limits, handler, Seats.ofThisProcess());
  }

  /** The same with a bound on the connections that it has at a time. */
  static Port ofManyThreads(ListenAddress address, PortLimits limits, Handler handler, int seats) {
    var port = new Port(address, limits, handler, seats, true);
    port.protocol.setExecutor(new VirtualThreadExecutor(address.server() + "-"));
    return port;
  }

  /**
   * A port with threads of its own, that answers whatever the rest of the process does. Its handler
   * is quick.
   *
   * <p>There are few threads as long as clients take their answers, and never fewer than clients
   * that do not. A client that asks again and again has to connect again now and then, which lets
   * others have their turn.
   */
  public static Port ofOwnThreads(ListenAddress address, PortLimits limits, Handler handler) {
    int seats = Math.min(Seats.ofThisProcess(), Seats.WITH_THREADS);
    var port = new Port(address, limits, handler, seats, false);
    port.protocol.setMinSpareThreads(1);
    port.protocol.setMaxThreads(seats);
    port.protocol.setMaxKeepAliveRequests(REQUESTS_IN_A_ROW);
    return port;
  }

  /**
   * Begins to listen and to serve.
   *
   * @throws PortUnavailableException if it cannot; nothing is left behind
   */
  public void start() {
    try {
      var host = address.resolved();
      if (host != null) {
        protocol.setAddress(host);
      }
      attempt(
          () -> {
            protocol.init();
            protocol.start();
            return protocol;
          });
      number = protocol.getLocalPort();
    } catch (IOException e) {
      closeThreads();
      throw new PortUnavailableException(sentence(e), e);
    }
  }

  /** Which port it is once it has started; differs from the setting if that was zero. */
  public int number() {
    return number;
  }

  /** Where it listens, or would. */
  public ListenAddress address() {
    return address;
  }

  /**
   * Takes no new connections, lets running requests end and closes everything.
   *
   * @param patience how long requests may take to end
   * @return whether they did; those that did not are cut off
   */
  public boolean stop(Duration patience) throws InterruptedException {
    protocol.closeServerSocketGraceful();
    boolean allEnded = inFlight.awaitNone(patience);
    try {
      attempt(
          () -> {
            protocol.stop();
            protocol.destroy();
            return protocol;
          });
    } catch (IOException _) {
      // The operating system takes back what could not be closed in order.
      return allEnded;
    } finally {
      closeThreads();
    }
    return allEnded;
  }

  private void closeThreads() {
    departures.close();
    housekeeping.shutdownNow();
  }

  private String sentence(IOException e) {
    var where = ": cannot listen on " + address + " (" + address.server() + " server): ";
    if (e instanceof UnknownHostException) {
      return address.hostSetting() + where + "there is no such address";
    }
    var message = String.valueOf(e.getMessage());
    if (e instanceof BindException && message.contains("in use")) {
      return address.setting() + where + "the port is in use by another process";
    }
    if (e instanceof BindException && message.contains("assign")) {
      return address.hostSetting() + where + "this machine has no such address";
    }
    return address.setting() + where + message;
  }

  /** The connector declares every exception there is; those it throws are I/O or our fault. */
  private static void attempt(Callable<?> work) throws IOException {
    var task = new FutureTask<>(work);
    task.run();
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
