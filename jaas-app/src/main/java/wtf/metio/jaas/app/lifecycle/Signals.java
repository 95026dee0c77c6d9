// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The signals that ask the process to end.
 *
 * <p>The first two are handed on, to begin the drain and to cut it short. A third ends the process
 * at once with 1: somebody does not want to wait for us.
 */
public final class Signals {

  private static final List<String> NAMES = List.of("TERM", "INT");

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean givenUp;
  private final Runnable stopAtOnce;

  private Signals(Runnable stopAtOnce) {
    this.stopAtOnce = stopAtOnce;
  }

  /** The signals of this process, instead of the JVM's own way to end with 143. */
  public static Signals ofThisProcess() {
    var signals = new Signals(() -> Runtime.getRuntime().halt(1));
    NAMES.forEach(signals::take);
    return signals;
  }

  /** Signals that are only raised by {@link #raise}. */
  public static Signals raisedByHand(Runnable stopAtOnce) {
    return new Signals(stopAtOnce);
  }

  /** Does what a signal does. */
  public void raise(String name) {
    if (count.incrementAndGet() > 2) {
      stopAtOnce.run();
    } else {
      received.add(name);
    }
  }

  /** Does what a signal does; the process ends as one that failed. */
  public void giveUp() {
    givenUp = true;
    raise("watchdog");
  }

  /** Whether it ends because of {@link #giveUp}. */
  boolean givenUp() {
    return givenUp;
  }

  /** Waits for the next signal and returns how people call it. */
  String await() throws InterruptedException {
    return spoken(received.take());
  }

  /** Waits for the next signal, but not longer than this; true if there was one. */
  boolean await(Duration patience) throws InterruptedException {
    return received.poll(patience.toNanos(), TimeUnit.NANOSECONDS) != null;
  }

  private static String spoken(String name) {
    return switch (name) {
      case "TERM" -> "terminated";
      case "INT" -> "interrupt";
      default -> name;
    };
  }

  /** The class is no part of the platform's specification, though every JDK has it: no import. */
  private void take(String name) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler raise =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              raise(name);
              return null;
            }
            return method.getName().equals("hashCode")
                ? System.identityHashCode(proxy)
                : proxy == arguments[0];
          };
      var proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, raise);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the signal " + name + " cannot be handled", e);
    }
  }
}
