// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.gotext;

/** A text is no JSON. The message is that of Go's library. */
public final class JsonSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JsonSyntaxException(String message) {
    super(message, null, false, false);
  }
}
