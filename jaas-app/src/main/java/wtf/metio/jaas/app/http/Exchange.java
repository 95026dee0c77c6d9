// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** A request and its answer. Belongs to the thread that handles it. */
public final class Exchange {

  private static final Body NO_BODY = _ -> {};

  private final RequestTarget target;
  private final Request request;
  private final Response response;
  private final Connection connection;
  private final InFlight inFlight;
  private boolean last;
  private int status;
  private long bodyBytes;

  Exchange(RequestTarget target, Request request, Connection connection, InFlight inFlight) {
    this.target = target;
    this.request = request;
    this.response = request.getResponse();
    this.connection = connection;
    this.inFlight = inFlight;
  }

  /** Ends the connection after the answer, because it is not known where the request ends. */
  Exchange endingConnection() {
    last = true;
    return this;
  }

  /** The method as it was sent. */
  public String method() {
    return target.method();
  }

  public boolean isGet() {
    return method().equals("GET");
  }

  /** Whether the client wants all of an answer but its body. */
  public boolean isHead() {
    return method().equals("HEAD");
  }

  /** The path as it was sent: encoded, neither cleaned nor checked, a byte a character. */
  public String rawPath() {
    return target.path();
  }

  /** What was sent after the question mark, a byte a character; empty also if there was none. */
  public String rawQuery() {
    return target.query();
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** All headers of this name in order, mostly none. */
  public List<String> headers(String name) {
    var values = request.getMimeHeaders().values(name);
    return values.hasMoreElements() ? Collections.list(values) : List.of();
  }

  /** The status of the answer; zero before it. */
  public int status() {
    return status;
  }

  /** Whether the client has seen something of an answer; before that there may be another one. */
  public boolean isUnderWay() {
    return response.isCommitted();
  }

  /** How many bytes of a body were sent so far. */
  public long bodyBytes() {
    return bodyBytes;
  }

  /** Has an action run, on any thread, if the client leaves before the watch is closed. */
  public ClientWatch whenClientLeaves(Runnable action) {
    return connection.watch(action);
  }

  /** Answers. Nothing may follow. */
  public void answer(int status, String contentType, byte[] body) throws IOException {
    answer(status, contentType, Map.of(), body);
  }

  /**
   * Answers. Nothing may follow.
   *
   * <p>The body is left out if the client wants none, but its length is told.
   *
   * @param headers further ones
   * @throws IOException if the client is gone or takes too long
   */
  public void answer(int status, String contentType, Map<String, String> headers, byte[] body)
      throws IOException {
    announce(status, contentType, body.length);
    send(status, headers, isHead() ? NO_BODY : target -> target.write(ByteBuffer.wrap(body)));
  }

  /**
   * Answers with a body that need not be in memory. Nothing may follow.
   *
   * @param length of the body, which is told also to a client that wants none
   * @param body writes so many bytes; not called if the client wants none
   * @throws IOException if the client is gone or takes too long; the connection cannot be used any
   *     more, and neither if the body fails
   */
  public void answer(
      int status, String contentType, Map<String, String> headers, long length, Body body)
      throws IOException {
    announce(status, contentType, length);
    send(status, headers, isHead() ? NO_BODY : body);
  }

  private void announce(int status, String contentType, long length) {
    response.reset();
    // Not through the response, which takes the text apart and spells it in its own way.
    response.getMimeHeaders().setValue("Content-Type").setString(contentType);
    response.setContentLength(length);
    if (last) {
      response.setStatus(status);
    } else {
      LateStatus.set(response, status);
    }
  }

  /**
   * Answers with a status that never has a body. Nothing may follow.
   *
   * @throws IOException if the client is gone
   */
  public void answerWithoutBody(int status, Map<String, String> headers) throws IOException {
    response.setStatus(status);
    send(status, headers, NO_BODY);
  }

  /** Answers with a line of text, as the reference does where no handler is. */
  public void answerText(int status, String text) throws IOException {
    answer(
        status,
        "text/plain; charset=utf-8",
        Map.of("X-Content-Type-Options", "nosniff"),
        (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Answers that nobody can say what the request is meant to be, as the last on its connection. */
  public void refuse() throws IOException {
    endingConnection().answerText(400, "400 Bad Request");
  }

  /** Closes the connection without an answer. */
  public void hangUp() {
    response.action(ActionCode.CLOSE_NOW, null);
    connection.close();
  }

  private void send(int given, Map<String, String> headers, Body body) throws IOException {
    status = given;
    headers.forEach(response::setHeader);
    var sent = new RequestBody(request);
    boolean underWay = !last && sent.isUnderWay();
    if (last || underWay || inFlight.isClosing()) {
      response.setHeader("Connection", "close");
    }
    write(body);
    if (underWay) {
      response.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      if (!sent.isHeldBack()) {
        connection.linger();
      }
    }
  }

  private void write(Body body) throws IOException {
    try (var patience = connection.patience()) {
      var channel = new BodyChannel(response, connection, patience);
      try {
        body.writeTo(channel);
      } finally {
        bodyBytes = channel.count();
      }
      patience.beforeWriting();
      response.action(ActionCode.CLOSE, null);
    }
    LateStatus.conceal(response);
    if (response.isExceptionPresent()) {
      throw new IOException(response.getErrorException());
    }
  }
}
