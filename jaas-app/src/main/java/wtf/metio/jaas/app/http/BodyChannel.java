// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;

/**
 * Takes the body of an answer, as fast as the client does. Belongs to the thread that answers.
 *
 * <p>Every method throws {@link IOException} if the client is gone or takes too long.
 */
public final class BodyChannel implements WritableByteChannel {

  /** Small enough that a client that reads slowly is noticed in time. */
  private static final int PIECE = 16 << 10;

  /** What the operating system may send on its own, before it is asked how it gets on. */
  private static final long STRETCH = 1 << 20;

  private final Response response;
  private final Connection connection;
  private final Patience patience;
  private long count;

  BodyChannel(Response response, Connection connection, Patience patience) {
    this.response = response;
    this.connection = connection;
    this.patience = patience;
  }

  /** Takes all bytes. */
  @Override
  public int write(ByteBuffer source) throws IOException {
    int length = source.remaining();
    while (source.hasRemaining()) {
      patience.beforeWriting();
      var piece = source.slice().limit(Math.min(PIECE, source.remaining()));
      source.position(source.position() + piece.remaining());
      count += piece.remaining();
      response.doWrite(piece);
    }
    return length;
  }

  /**
   * Takes a part of a file, which goes to the client without a stop in this process where that can
   * be.
   *
   * @throws EOFException if the file has fewer bytes
   */
  public void transfer(FileChannel file, long offset, long length) throws IOException {
    var socket = connection.channel();
    long end = offset + length;
    for (long at = offset; at < end; ) {
      at += socket == null ? 0 : send(file, at, end - at, socket);
      if (at < end) {
        // The client has enough for now. There is a way to wait for it, which is to write.
        at += copy(file, at, end - at);
      }
    }
  }

  /** Sends until the client takes no more at the moment; how many bytes that were. */
  private long send(FileChannel file, long offset, long length, SocketChannel socket)
      throws IOException {
    flush();
    long sent = 0;
    long part;
    do {
      patience.beforeWriting();
      part = file.transferTo(offset + sent, Math.min(STRETCH, length - sent), socket);
      sent += part;
      count += part;
    } while (part > 0 && sent < length);
    return sent;
  }

  private int copy(FileChannel file, long offset, long length) throws IOException {
    var piece = ByteBuffer.allocate((int) Math.min(PIECE, length));
    if (file.read(piece, offset) < 0) {
      throw new EOFException("the file became shorter while it was sent");
    }
    return write(piece.flip());
  }

  /** What was written so far must not be overtaken. */
  private void flush() throws IOException {
    patience.beforeWriting();
    response.action(ActionCode.CLIENT_FLUSH, null);
    if (response.isExceptionPresent()) {
      throw new IOException(response.getErrorException());
    }
  }

  /** How many bytes were taken. */
  long count() {
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // The answer ends when its length is reached.
  }
}
