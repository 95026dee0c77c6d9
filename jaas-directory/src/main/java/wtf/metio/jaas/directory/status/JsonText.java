// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.status;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON, indented by two spaces. For one thread. */
final class JsonText {

  private final StringBuilder text = new StringBuilder();
  private String indent = "\n";
  private boolean fresh = true;

  JsonText object(String name, Runnable members) {
    return open(name, '{', '}', members);
  }

  JsonText list(String name, Runnable elements) {
    return open(name, '[', ']', elements);
  }

  /** A member; left out if there is no value. */
  JsonText text(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      begin(name);
      quote(value.toString());
    }
    return this;
  }

  JsonText number(String name, long value) {
    begin(name);
    text.append(value);
    return this;
  }

  @Override
  public String toString() {
    return text + "\n";
  }

  private JsonText open(String name, char opening, char closing, Runnable content) {
    begin(name);
    text.append(opening);
    var outer = indent;
    indent = outer + "  ";
    fresh = true;
    content.run();
    indent = outer;
    if (!fresh) {
      text.append(indent);
    }
    text.append(closing);
    fresh = false;
    return this;
  }

  private void begin(String name) {
    if (!text.isEmpty()) {
      text.append(fresh ? "" : ",").append(indent);
    }
    fresh = false;
    if (!name.isEmpty()) {
      quote(name);
      text.append(": ");
    }
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
