// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RawResponse;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.settings.StorageSettings;
import wtf.metio.jaas.domain.artifact.ArtifactStore;

/** The storage server on a port of its own. */
final class ServingPort implements AutoCloseable {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Port port;
  final Queue<EndedDownload> ended = new ConcurrentLinkedQueue<>();

  ServingPort(ArtifactStore store) {
    this(store, LONG);
  }

  ServingPort(ArtifactStore store, Duration writeTimeout) {
    var settings =
        new StorageSettings(
            "local", "", "", "127.0.0.1", 0, LONG, writeTimeout, Duration.ZERO, Duration.ZERO, "");
    port = ArtifactPort.of(settings, store, ended::add);
    port.start();
  }

  int number() {
    return port.number();
  }

  /** Asks with these lines of header. */
  RawResponse ask(String method, String path, String... lines) {
    var header = new StringBuilder();
    for (var line : lines) {
      header.append(line).append("\r\n");
    }
    return RawHttp.send(
        port.number(),
        method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n");
  }

  @Override
  public void close() throws InterruptedException {
    port.stop(Duration.ZERO);
  }

  /** The first download that nobody took yet; it may end a moment after its answer. */
  EndedDownload takeEnded() {
    RunningService.await(() -> !ended.isEmpty());
    return ended.remove();
  }
}
