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
import wtf.metio.jaas.app.http.RefusedHeader.Verdict;

/** Hands complete requests to the handler of a port. */
final class Dispatcher {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 431;
  private static final RequestTarget UNKNOWN = new RequestTarget("", "", "");

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
      if (response.getStatus() == OK) {
        handler.handle(new Exchange(RequestTarget.of(request), request, connection, inFlight));
      } else {
        refused(request, response, connection);
      }
    } finally {
      inFlight.leave();
    }
  }

  /** What the connector takes for malformed, before anybody looked at its path. */
  private void refused(Request request, Response response, Connection connection)
      throws IOException {
    int status = response.getStatus();
    if (status != BAD_REQUEST) {
      refuse(request, connection, status, Integer.toString(status));
      return;
    }
    if (!connection.mayWait()) {
      refuse(request, connection, BAD_REQUEST, "400 Bad Request");
      return;
    }
    switch (RefusedHeader.judge(request, connection, WatchedProtocol.HEADER_BYTES)) {
      case Verdict.Taken(var target) -> {
        response.setStatus(OK);
        handler.handle(new Exchange(target, request, connection, inFlight).endingConnection());
      }
      case Verdict.TooLarge _ ->
          refuse(request, connection, TOO_LARGE, "431 Request Header Fields Too Large");
      case Verdict.Malformed _ -> refuse(request, connection, BAD_REQUEST, "400 Bad Request");
    }
  }

  private void refuse(Request request, Connection connection, int status, String text)
      throws IOException {
    new Exchange(UNKNOWN, request, connection, inFlight)
        .endingConnection()
        .answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
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
