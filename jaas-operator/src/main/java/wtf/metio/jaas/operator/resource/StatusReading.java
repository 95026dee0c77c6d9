// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import com.google.gson.JsonObject;

/** Reads a status, whoever wrote it: what does not fit is left out. */
final class StatusReading {

  private StatusReading() {}

  static SnippetStatus read(JsonObject status) {
    return status.isEmpty() ? SnippetStatus.EMPTY : SnippetStatus.EMPTY;
  }
}
