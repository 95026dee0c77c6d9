// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What one side makes of a program. All texts hold bytes, one char each. */
sealed interface Answer {

  /** One text. */
  record Text(String bytes) implements Answer {}

  /** Files by name. */
  record Files(Map<String, String> contents) implements Answer {}

  /** The program fails; the message is what the command prints on standard error. */
  record Failed(String message) implements Answer {

    String firstLine() {
      var end = message.indexOf('\n');
      return end < 0 ? message : message.substring(0, end);
    }
  }

  /** No answer: it took too long or too much, or the other side broke. */
  record Gone(String why) implements Answer {}

  /** For people: short and in one line. */
  default String shown() {
    return switch (this) {
      case Text(String bytes) -> "output " + oneLine(bytes);
      case Files(Map<String, String> contents) ->
          contents.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.collectingAndThen(Collectors.joining(" "), Answer::oneLine));
      case Failed failed -> "error " + oneLine(failed.firstLine());
      case Gone(String why) -> "nothing: " + oneLine(why);
    };
  }

  /** Bytes as text of a bounded length without line breaks. */
  static String oneLine(String bytes) {
    var text =
        new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .replace("\n", "\u23ce");
    return text.length() > 300 ? text.substring(0, 300) + "..." : text;
  }
}
