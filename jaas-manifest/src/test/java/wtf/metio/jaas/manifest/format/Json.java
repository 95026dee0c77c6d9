// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.manifest.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes values as the engine does. */
public final class Json {

  /** Stands for null where a collection would not hold it. */
  public static final Object NOTHING = new Object();

  private Json() {}

  /** The text of a value, with a newline at the end. */
  public static byte[] bytes(Object value) {
    var out = new StringBuilder();
    append(value, "", out);
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(Object value, String indent, StringBuilder out) {
    var inner = indent + "   ";
    switch (value) {
      case Map<?, ?> map when map.isEmpty() -> out.append("{ }");
      case Map<?, ?> map -> {
        var separator = "{\n";
        for (var field : new TreeMap<>(map).entrySet()) {
          out.append(separator).append(inner);
          string((String) field.getKey(), out);
          out.append(": ");
          append(field.getValue(), inner, out);
          separator = ",\n";
        }
        out.append('\n').append(indent).append('}');
      }
      case List<?> list when list.isEmpty() -> out.append("[ ]");
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          out.append(i == 0 ? "\n" : ",\n").append(inner);
          append(list.get(i), inner, out);
        }
        out.append('\n').append(indent).append(']');
      }
      case String string -> string(string, out);
      case Double number -> out.append(number(number));
      case Boolean bool -> out.append(bool.booleanValue());
      default -> out.append("null");
    }
  }

  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e300) {
      return new BigDecimal(number).toPlainString();
    }
    return Double.toString(number).toLowerCase(Locale.ROOT);
  }

  private static void string(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20 || c >= 0x7f && c <= 0x9f) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
