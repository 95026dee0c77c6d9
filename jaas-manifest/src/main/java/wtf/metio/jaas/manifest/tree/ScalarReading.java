// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.tree;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import wtf.metio.jaas.manifest.tree.Node.Scalar.Kind;

/**
 * As what a scalar is read: as {@code kubectl} does it, which keeps to YAML 1.1, where {@code yes}
 * and {@code on} are booleans. Points in time are texts.
 */
final class ScalarReading {

  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES =
      Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
  private static final Set<String> FALSES =
      Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[0-7_]*|[1-9][0-9_]*)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private ScalarReading() {}

  static Node.Scalar read(ScalarEvent event) throws UnreadableException {
    int line = TreeReader.line(event);
    return new Node.Scalar(line, kind(event, line), event.getValue());
  }

  private static Kind kind(ScalarEvent event, int line) throws UnreadableException {
    var tag = event.getTag().orElse("");
    if (tag.isEmpty()) {
      return event.isPlain() ? plain(event.getValue()) : Kind.TEXT;
    }
    return tagged(tag)
        .orElseThrow(
            () -> new UnreadableException(line, "the tag \"" + tag + "\" is not understood"));
  }

  private static Optional<Kind> tagged(String tag) {
    return switch (tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : tag) {
      case "str", "!", "timestamp" -> Optional.of(Kind.TEXT);
      case "int" -> Optional.of(Kind.WHOLE);
      case "float" -> Optional.of(Kind.NUMBER);
      case "bool" -> Optional.of(Kind.FLAG);
      case "null" -> Optional.of(Kind.NOTHING);
      default -> Optional.empty();
    };
  }

  private static Kind plain(String text) {
    if (NULLS.contains(text)) {
      return Kind.NOTHING;
    }
    if (isTrue(text) || FALSES.contains(text)) {
      return Kind.FLAG;
    }
    if (WHOLE.matcher(text).matches()) {
      return Kind.WHOLE;
    }
    return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
  }

  static boolean isTrue(String text) {
    return TRUES.contains(text);
  }
}
