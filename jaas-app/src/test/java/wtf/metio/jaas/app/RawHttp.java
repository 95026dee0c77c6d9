// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as bytes over a connection of their own. */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  public static RawResponse get(int port, String target) {
    return request(port, "GET", target);
  }

  public static RawResponse request(int port, String method, String target) {
    return send(
        port, method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** Sends a request, a byte a character, and reads until the server closes the connection. */
  public static RawResponse send(int port, String request) {
    try (var socket = connect(port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return RawResponse.of(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Socket connect(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }
}
