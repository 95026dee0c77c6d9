// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.sjsonnet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import wtf.metio.jaas.domain.evaluation.Cancellation;

/** Takes as many bytes as allowed and ends the writer with an exception then. */
final class BoundedOutput extends OutputStream {

  private final long maxBytes;
  private final Cancellation cancellation;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean full;

  BoundedOutput(long maxBytes, Cancellation cancellation) {
    this.maxBytes = maxBytes;
    this.cancellation = cancellation;
  }

  /** Writes UTF-8 to here. */
  Writer writer() {
    return new OutputStreamWriter(this, StandardCharsets.UTF_8);
  }

  /** Whether more was written than allowed. */
  boolean isFull() {
    return full;
  }

  /** What to tell the author then. */
  String problem() {
    return "the output has more than " + maxBytes + " bytes";
  }

  /** Everything that was written, with a newline behind; to be asked unless it is full. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Ends the text. */
  void finish(Writer writer) {
    try {
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException _) {
      // It is full now, which the caller will see.
    }
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    if (cancellation.requested()) {
      throw new CancellationException();
    }
    if (bytes.size() + (long) length > maxBytes) {
      full = true;
      throw new UncheckedIOException(new IOException("full"));
    }
    bytes.write(buffer, offset, length);
  }
}
