// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads {@code tracestate}: all of it or, if anything in it is malformed, nothing. */
final class TraceState {

  private static final int MOST_MEMBERS = 32;

  private static final Pattern KEY =
      Pattern.compile(
          "[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}");

  /** Printable ASCII without comma and equals sign, with no blank at the end. */
  private static final Pattern VALUE =
      Pattern.compile(
          "[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]");

  private TraceState() {}

  /** The members of all these headers, which count as one list. */
  static SequencedMap<String, String> parse(List<String> headers) {
    var members = new LinkedHashMap<String, String>();
    for (var header : headers) {
      for (var member : header.split(",")) {
        if (!member.isBlank() && !take(member.strip(), members)) {
          return new LinkedHashMap<>();
        }
      }
    }
    return members;
  }

  /** Whether the member is well formed, there was none of its key yet, and there is room. */
  private static boolean take(String member, SequencedMap<String, String> members) {
    int equals = member.indexOf('=');
    if (equals < 0 || members.size() == MOST_MEMBERS) {
      return false;
    }
    var key = member.substring(0, equals);
    var value = member.substring(equals + 1);
    return KEY.matcher(key).matches()
        && VALUE.matcher(value).matches()
        && members.putIfAbsent(key, value) == null;
  }
}
