// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/** Hands complete requests to the handler of a port. */
final class Dispatcher {

  private final Handler handler;
  private final InFlight inFlight;

  Dispatcher(Handler handler, InFlight inFlight) {
    this.handler = handler;
    this.inFlight = inFlight;
  }

  /** The connector's door for requests that come over a connection. */
  Adapter forConnection(Connection connection) {
    return new Door(connection);
  }

  private void dispatch(Request request, Response response, Connection connection)
      throws IOException {
    inFlight.enter();
    try {
      var exchange = new Exchange(request, response, connection, inFlight);
      if (response.getStatus() == 200) {
        handler.handle(exchange);
      } else {
        refuse(exchange, request);
      }
    } finally {
      inFlight.leave();
    }
  }

  private static void refuse(Exchange exchange, Request request) throws IOException {
    int status = exchange.status();
    var reason = status == 400 ? "400 Bad Request" + hint(request) : Integer.toString(status);
    exchange.answer(status, "text/plain; charset=utf-8", reason.getBytes(StandardCharsets.UTF_8));
  }

  private static String hint(Request request) {
    return request.getErrorException() instanceof IllegalArgumentException
        ? ": characters outside of ASCII must be percent-encoded"
        : "";
  }

  /** See {@link #forConnection}. */
  private final class Door implements Adapter {

    private final Connection connection;

    Door(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
      dispatch(request, response, connection);
    }

    @Override
    public boolean prepare(Request request, Response response) {
      return true;
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) {
      response.action(ActionCode.CLOSE_NOW, null);
      return false;
    }

    @Override
    public void log(Request request, Response response, long time) {
      // The handlers log what is worth it.
    }

    @Override
    public void checkRecycled(Request request, Response response) {
      // Nothing of ours is kept on them.
    }

    @Override
    public @Nullable String getDomain() {
      // Without a domain nothing is registered as a managed bean.
      return null;
    }
  }
}
