// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.resource;

import java.nio.charset.StandardCharsets;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.notation.BoundedText;

/** What a condition says. */
final class Message {

  /** How many bytes the API server takes for certain: it counts characters. */
  private static final int LONGEST = 32768;

  private Message() {}

  /** A message with the address of the runbook of its reason; of a long one that stays whole. */
  static String of(String message, Reason reason) {
    int address = reason.decorated("").getBytes(StandardCharsets.UTF_8).length;
    return reason.decorated(BoundedText.of(message, LONGEST - address));
  }
}
