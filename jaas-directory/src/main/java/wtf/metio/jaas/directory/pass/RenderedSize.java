// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.pass;

import wtf.metio.jaas.domain.publication.OutputFormatter;
import wtf.metio.jaas.domain.snippet.Format;

/** Notes how large the value was that one pass rendered. */
final class RenderedSize implements OutputFormatter {

  private static final long NOTHING = -1;

  private final OutputFormatter formatter;
  private long bytes = NOTHING;

  RenderedSize(OutputFormatter formatter) {
    this.formatter = formatter;
  }

  boolean isKnown() {
    return bytes != NOTHING;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public Formatted format(byte[] json, Format format) {
    bytes = json.length;
    return formatter.format(json, format);
  }
}
