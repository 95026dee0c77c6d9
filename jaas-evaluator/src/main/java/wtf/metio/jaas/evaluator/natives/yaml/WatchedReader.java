// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.natives.yaml;

import java.io.IOException;
import java.io.StringReader;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;

/** A text that looks up whenever somebody takes a piece of it. */
final class WatchedReader extends StringReader {

  private final Checkpoint checkpoint;

  WatchedReader(String text, Checkpoint checkpoint) {
    super(text);
    this.checkpoint = checkpoint;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    checkpoint.check();
    return super.read(buffer, offset, length);
  }
}
