// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.Evaluation;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * Documents one behind the other.
 *
 * <p>A line of three dashes begins a document; one such line anywhere makes the result an array.
 */
public final class YamlStream {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Evaluation evaluation;
  private final String text;
  private boolean marked;

  private YamlStream(Evaluation evaluation, String text) {
    this.evaluation = evaluation;
    this.text = text;
  }

  /**
   * Reads a text.
   *
   * @return the value of the only document, an array of values if documents are marked, or null of
   *     the language if there is nothing
   */
  public static Value parse(Evaluation evaluation, String text) {
    return new YamlStream(evaluation, text).parse();
  }

  private Value parse() {
    evaluation.reserve(2L * text.length());
    List<Value> documents = new ArrayList<>();
    int begin = 0;
    for (int line = 0; line < text.length(); line = nextLine(line)) {
      evaluation.step();
      if (isMarker(line)) {
        marked = true;
        if (line > begin) {
          documents.add(document(begin, line));
          begin = line;
        }
      }
    }
    if (begin < text.length()) {
      documents.add(document(begin, text.length()));
    }
    if (marked) {
      return ArrayValue.of(documents.toArray(Value[]::new));
    }
    return documents.isEmpty() ? NullValue.NULL : documents.getFirst();
  }

  private int nextLine(int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end + 1;
  }

  private boolean isMarker(int line) {
    if (!text.startsWith("---", line)) {
      return false;
    }
    int after = line + 3;
    if (after == text.length() || " \t\n".indexOf(text.charAt(after)) >= 0) {
      return true;
    }
    return text.startsWith("\r\n", after);
  }

  private Value document(int begin, int end) {
    var document = text.substring(begin, end).replace("\r\n", "\n");
    // The last line counts as ended, which a block scalar would show.
    document = document.endsWith("\n") ? document : document + '\n';
    checkCharacters(document);
    // One mark says how the text is encoded, a second one is skipped as well.
    int first =
        document.charAt(0) != BYTE_ORDER_MARK ? 0 : document.charAt(1) != BYTE_ORDER_MARK ? 1 : 2;
    var scanner = new Scanner(evaluation, document.substring(first));
    var root = new NodeParser(evaluation, scanner).document();
    return root == null ? NullValue.NULL : new NodeDecoder(evaluation).document(root);
  }

  private static void checkCharacters(String document) {
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      boolean allowed =
          c >= ' ' && c < 0x7F
              || c == '\n'
              || c == '\t'
              || c == '\r'
              || c == 0x85
              || c >= 0xA0 && c < 0xFFFE;
      if (!allowed) {
        throw YamlFailure.of("control characters are not allowed");
      }
    }
  }
}
