// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A program of one call and what the reference made of it. */
record RecordedCall(String code, Answer expected) {

  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern LINE =
      Pattern.compile("\\{\"code\": " + STRING + ", \"(out|err)\": " + STRING + "\\}");

  /** All of them, in the order of the record. */
  static List<RecordedCall> all() {
    return lines("/conformance/calls.jsonl.gz").stream().map(RecordedCall::parse).toList();
  }

  /** The lines of a compressed resource. */
  static List<String> lines(String resource) {
    try (InputStream raw = RecordedCall.class.getResourceAsStream(resource);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Objects.requireNonNull(raw, resource)),
                    StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedCall parse(String line) {
    var found = LINE.matcher(line);
    if (!found.matches()) {
      throw new IllegalStateException("not a recorded call: " + line);
    }
    var text = Question.bytesOf(unescaped(found.group(3)));
    var failed = found.group(2).equals("err");
    return new RecordedCall(
        unescaped(found.group(1)), failed ? new Answer.Failed(text) : new Answer.Text(text));
  }

  /** The value of a JSON string; the record is ASCII. */
  private static String unescaped(String literal) {
    var text = new StringBuilder();
    for (var i = 0; i < literal.length(); i++) {
      var c = literal.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      switch (literal.charAt(i)) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(literal, i + 1, i + 5, 16));
          i += 4;
        }
        default -> text.append(literal.charAt(i));
      }
    }
    return text.toString();
  }
}
