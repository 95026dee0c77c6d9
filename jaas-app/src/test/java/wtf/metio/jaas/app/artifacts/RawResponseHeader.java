// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The part of an answer before its body. */
final class RawResponseHeader {

  private static final int END = 0x0d0a0d0a;

  private RawResponseHeader() {}

  /** Reads over it; how many bytes it had. */
  static int skip(InputStream in) throws IOException {
    int last = 0;
    int count = 0;
    while (last != END) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after " + count + " bytes of a header");
      }
      last = last << 8 | next;
      count++;
    }
    return count;
  }
}
