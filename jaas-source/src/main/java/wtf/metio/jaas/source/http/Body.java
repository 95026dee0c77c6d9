// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.notation.Sha256;

/** Takes in what a server sends, hashing it on the way to where it is kept. */
final class Body {

  private static final int BUFFER = 64 << 10;

  private final OutputStream target;
  private final long most;
  private long bytes;

  Body(OutputStream target, long most) {
    this.target = target;
    this.most = most;
  }

  /** How many bytes were received until now. */
  long bytes() {
    return bytes;
  }

  /**
   * Takes everything in, or stops at the first byte that is too many.
   *
   * @throws IOException if the server stops in the middle
   * @throws UncheckedIOException if the target does not take it
   */
  Download receive(InputStream in) throws IOException {
    var hash = Sha256.begin();
    var buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > most) {
        return tooLarge();
      }
      hash.update(buffer, 0, read);
      keep(buffer, read);
    }
    return new Download.Complete(Digest.of(hash), bytes);
  }

  /** What is said of a body that is too large, whether it came or was only announced. */
  Download tooLarge() {
    return new Download.Failed(
        DownloadProblem.TOO_LARGE, "the file is larger than " + most + " bytes", bytes);
  }

  private void keep(byte[] buffer, int length) {
    try {
      target.write(buffer, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
