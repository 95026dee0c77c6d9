// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param stdout for what was asked for; buffered
 * @param stderr for everything else
 */
public record Console(InputStream stdin, OutputStream stdout, PrintStream stderr) {

  /** Writes text that was asked for. */
  void print(String text) throws IOException {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes that were asked for. */
  void print(byte[] bytes) throws IOException {
    stdout.write(bytes);
    stdout.flush();
  }
}
