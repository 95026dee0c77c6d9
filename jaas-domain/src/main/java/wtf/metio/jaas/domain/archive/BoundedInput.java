// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with a refusal when there is more in it than there may be. */
final class BoundedInput extends InputStream {

  private final InputStream in;
  private final long most;
  private final String what;
  private long count;

  /**
   * A bound for a stream.
   *
   * @param what is bounded, for the message
   */
  BoundedInput(InputStream in, long most, String what) {
    this.in = in;
    this.most = most;
    this.what = what;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int more) throws RefusedArchiveException {
    count += more;
    if (count > most) {
      throw RefusedArchiveException.tooLarge(what + " is larger than " + most + " bytes");
    }
  }
}
