// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.app.http.Handler;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.lifecycle.Background;
import wtf.metio.jaas.app.probes.ManagementHandler;

/**
 * What a service that publishes has more than another one.
 *
 * @param background publishes
 * @param status answers requests for the status of snippets
 * @param storage the port on which archives can be fetched; null if none are published
 * @param endings what is left to do when everything else has ended, in this order
 */
record Published(
    Background background, Handler status, @Nullable Port storage, List<Runnable> endings)
    implements AutoCloseable {

  /** Of a service that does not publish. */
  static final Published NOTHING =
      new Published(Background.NONE, ManagementHandler::notFound, null, List.of());

  Optional<Port> port() {
    return Optional.ofNullable(storage);
  }

  @Override
  public void close() {
    endings.forEach(Runnable::run);
  }
}
