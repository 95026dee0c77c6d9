// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import java.nio.charset.StandardCharsets;
import wtf.metio.jaas.domain.condition.Reason;

/** Cuts messages to what the API server takes. */
public final class Message {

  /** How many bytes the message of a condition may have. */
  public static final int CONDITION = 32768;

  /** How many bytes the note of an event may have. */
  public static final int EVENT = 1024;

  private static final String CUT = "...";

  private Message() {}

  /** The beginning of a message, up to a number of bytes of UTF-8; no character is torn. */
  public static String within(int bytes, String message) {
    // A char is at most three bytes: most messages need not be counted.
    if (message.length() * 3L <= bytes) {
      return message;
    }
    var encoded = message.getBytes(StandardCharsets.UTF_8);
    if (encoded.length <= bytes) {
      return message;
    }
    int end = bytes - CUT.length();
    while (end > 0 && (encoded[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(encoded, 0, end, StandardCharsets.UTF_8) + CUT;
  }

  /** A message with the address of the runbook of its reason; of a long one that stays whole. */
  static String within(int bytes, String message, Reason reason) {
    int address = reason.decorated("").getBytes(StandardCharsets.UTF_8).length;
    return reason.decorated(within(bytes - address, message));
  }
}
