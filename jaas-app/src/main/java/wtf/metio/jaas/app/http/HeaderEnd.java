// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.http;

/**
 * Looks for the empty line that ends a header, a piece at a time.
 *
 * <p>Every byte is looked at once: a client may send them one by one.
 */
final class HeaderEnd {

  private boolean begun;
  private boolean lineIsEmpty;
  private boolean found;

  /** Looks at the next bytes. */
  void lookAt(byte[] bytes, int count) {
    for (int i = 0; i < count && !found; i++) {
      if (bytes[i] == '\n') {
        // Empty lines before a request belong to nothing.
        found = begun && lineIsEmpty;
        lineIsEmpty = true;
      } else if (bytes[i] != '\r') {
        begun = true;
        lineIsEmpty = false;
      }
    }
  }

  /** Whether the end has come by. */
  boolean isFound() {
    return found;
  }
}
