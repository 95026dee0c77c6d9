// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortUnavailableException;
import wtf.metio.jaas.app.probes.ProbeState;

/** Opens the ports, waits for a signal and closes them in order. For one thread. */
public final class Service {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /** For everything together: the platform kills a process that takes much longer. */
  private static final Duration GRACEFUL_STOP = Duration.ofSeconds(30);

  private final List<Port> ports;
  private final List<Port> open = new ArrayList<>();
  private final ProbeState state;
  private final Signals signals;
  private final Runnable warmUp;
  private final Background background;
  private final Duration shutdownDelay;

  /**
   * A service of these ports.
   *
   * @param ports in the order in which they are opened; the first is the one with the probes
   * @param warmUp what is to be done between listening and saying so
   * @param background what goes on by itself, from before readiness until the drain begins
   * @param shutdownDelay between failing readiness and stopping; zero for none
   */
  public Service(
      List<Port> ports,
      ProbeState state,
      Signals signals,
      Runnable warmUp,
      Background background,
      Duration shutdownDelay) {
    this.ports = List.copyOf(ports);
    this.state = state;
    this.signals = signals;
    this.warmUp = warmUp;
    this.background = background;
    this.shutdownDelay = shutdownDelay;
  }

  /**
   * Serves until a signal says otherwise.
   *
   * @return the exit code: 0, or 1 if something did not end in time or did not work any more
   * @throws PortUnavailableException if a port cannot be opened; none stays open
   */
  public int run() {
    try {
      start();
      LOG.atInfo().addKeyValue("signal", signals.await()).log("Received signal, shutting down");
      int code = stop();
      return signals.givenUp() ? 1 : code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Opens the ports, warms up and lets the probes say so. */
  public void start() throws InterruptedException {
    try {
      for (var port : ports) {
        open(port);
      }
    } catch (PortUnavailableException e) {
      close(GRACEFUL_STOP);
      throw e;
    }
    state.started();
    warmUp.run();
    background.start(state::ready);
  }

  /** Lets load balancers notice, then ends what runs; the exit code. */
  public int stop() throws InterruptedException {
    state.drain();
    long begin = System.nanoTime();
    boolean ended = background.stop(GRACEFUL_STOP);
    var left = GRACEFUL_STOP.minusNanos(System.nanoTime() - begin);
    if (!ended) {
      LOG.error("Cannot finish what was going on in the background");
    }
    if (shutdownDelay.isPositive()) {
      LOG.atInfo()
          .addKeyValue("delay", shutdownDelay)
          .log("Draining: waiting for readiness to propagate before shutdown");
      if (signals.await(shutdownDelay)) {
        LOG.info("Second signal received; cutting drain short");
      }
    }
    boolean inTime = close(left);
    return inTime && ended ? 0 : 1;
  }

  /** The number of an open port, by the name of its server. */
  public int portOf(String server) {
    return open.stream()
        .filter(port -> port.address().server().equals(server))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private void open(Port port) {
    try {
      port.start();
      open.add(port);
      LOG.atInfo()
          .addKeyValue("server", port.address().server())
          .addKeyValue("addr", port.address().at(port.number()))
          .log("Listening");
    } catch (PortUnavailableException e) {
      if (port.address().essential()) {
        throw e;
      }
      LOG.atWarn().addKeyValue("error", e.getMessage()).log("Serving without a port");
    }
  }

  /** Closes the serving ports first, so that the probes answer until the end. */
  private boolean close(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean inTime = true;
    for (var port : servingFirst()) {
      long left = Math.max(0, end - System.nanoTime());
      if (!port.stop(Duration.ofNanos(left))) {
        LOG.error("Cannot shut down {} server", port.address().server());
        inTime = false;
      }
    }
    open.clear();
    return inTime;
  }

  private List<Port> servingFirst() {
    return open.stream().sorted(Comparator.comparing(port -> port == ports.getFirst())).toList();
  }
}
