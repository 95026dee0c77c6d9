// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.HttpsURLConnection;

/** Addresses of this machine that nobody else reaches. */
final class Loopback {

  static final String HOST = "127.0.0.1";

  private static final int PATIENCE_MILLIS = 2_000;

  private Loopback() {}

  /** A port that nobody listens on at this moment. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an address answers with success now. */
  static boolean answers(URI address) {
    return status(address) == HttpURLConnection.HTTP_OK;
  }

  /** The same over TLS; a file of certificates that is not there yet means no. */
  static boolean answers(URI address, Path certificates) {
    try {
      var connection = (HttpsURLConnection) address.toURL().openConnection();
      connection.setSSLSocketFactory(PemFile.trusting(certificates).getSocketFactory());
      return status(connection) == HttpURLConnection.HTTP_OK;
    } catch (IOException _) {
      return false;
    }
  }

  /** With which status an address answers now; zero if it does not. */
  static int status(URI address) {
    try {
      return status((HttpURLConnection) address.toURL().openConnection());
    } catch (IOException _) {
      return 0;
    }
  }

  private static int status(HttpURLConnection connection) {
    try {
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException _) {
      return 0;
    }
  }
}
