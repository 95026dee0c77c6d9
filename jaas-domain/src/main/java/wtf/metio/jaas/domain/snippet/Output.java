// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.snippet;

import java.util.Arrays;
import java.util.Optional;

/** What of a snippet is published. */
public enum Output {
  /** The value of its program. */
  RENDERED("rendered"),
  /** Its files, which are not evaluated. */
  SOURCE("source");

  private final String text;

  Output(String text) {
    this.text = text;
  }

  /** The output of this name. */
  public static Optional<Output> of(String text) {
    return Arrays.stream(values()).filter(output -> output.text.equals(text)).findFirst();
  }

  /** The name in a description. */
  public String text() {
    return text;
  }
}
