// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** nginx on a folder, set up as its package does it, but without a log of requests. */
final class Nginx implements AutoCloseable {

  private static final String SETTINGS =
      """
      daemon off;
      pid %1$s/pid;
      error_log %1$s/errors;
      worker_processes auto;
      events { worker_connections 768; }
      http {
        sendfile on;
        tcp_nopush on;
        access_log off;
        types { application/gzip gz; }
        client_body_temp_path %1$s/1;
        proxy_temp_path %1$s/2;
        fastcgi_temp_path %1$s/3;
        uwsgi_temp_path %1$s/4;
        scgi_temp_path %1$s/5;
        server { listen 127.0.0.1:%2$d; root %3$s; }
      }
      """;

  private static final int TRIES = 500;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static boolean isThere() {
    try {
      return new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static Nginx on(Path folder) throws IOException, InterruptedException {
    var state = Files.createTempDirectory("nginx");
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var settings =
        Files.writeString(state.resolve("nginx.conf"), SETTINGS.formatted(state, port, folder));
    var process =
        new ProcessBuilder(List.of("nginx", "-c", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(state.resolve("output").toFile())
            .start();
    for (int i = 0; i < TRIES; i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
        return new Nginx(process, port);
      } catch (IOException _) {
        Thread.sleep(10);
      }
    }
    throw new IllegalStateException("nginx does not listen: see " + state);
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
  }
}
