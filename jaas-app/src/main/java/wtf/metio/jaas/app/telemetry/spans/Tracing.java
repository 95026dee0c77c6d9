// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry.spans;

import wtf.metio.jaas.app.render.EndedRequest;
import wtf.metio.jaas.app.render.RenderObserver;
import wtf.metio.jaas.app.settings.TracingSettings;
import wtf.metio.jaas.operator.reconcile.observation.PassTrace;

/** Records requests, and passes over the snippets of a cluster, as spans. */
public interface Tracing extends RenderObserver, AutoCloseable {

  /**
   * Records to where the settings say; nothing if they name no receiver. The receiver need not be
   * there, now or ever: requests do not wait for it.
   *
   * @param version of this service
   * @param counts tells what became of the spans
   */
  static Tracing of(TracingSettings settings, String version, SpanCounts counts) {
    return settings.endpoint().isEmpty()
        ? new NoTracing()
        : OtlpTracing.to(settings, version, counts);
  }

  /** A pass has ended. */
  void passed(PassTrace trace);

  /** Sends what is left, for five seconds at the most. */
  @Override
  void close();

  /** Nobody wants spans. */
  record NoTracing() implements Tracing {

    @Override
    public void ended(EndedRequest request) {
      // It is counted and logged elsewhere.
    }

    @Override
    public void passed(PassTrace trace) {
      // As above.
    }

    @Override
    public void close() {
      // There is nothing to send.
    }
  }
}
