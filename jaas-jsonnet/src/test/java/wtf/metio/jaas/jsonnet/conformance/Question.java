// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import wtf.metio.jaas.jsonnet.OutputForm;

/**
 * A program that either side can be asked to evaluate.
 *
 * @param fileName as messages show it
 * @param source the bytes, one char a byte
 * @param files what it can import, by the exact path
 */
record Question(
    String fileName,
    String source,
    OutputForm form,
    int maxStack,
    List<Given> given,
    Map<String, String> files) {

  /** The name that the command gives to a program from its command line. */
  static final String COMMAND_LINE = "<cmdline>";

  static final int DEFAULT_STACK = 500;

  /** What a variable or argument is called on the command line of the reference. */
  enum GivenKind {
    EXT_STR("extStr"),
    EXT_CODE("extCode"),
    TLA_STR("tlaStr"),
    TLA_CODE("tlaCode");

    final String wireName;

    GivenKind(String wireName) {
      this.wireName = wireName;
    }
  }

  /** A variable or argument given from outside. */
  record Given(GivenKind kind, String name, String value) {}

  /** A program alone, as {@code jsonnet -e} takes it. */
  static Question snippet(String code) {
    return new Question(
        COMMAND_LINE, bytesOf(code), OutputForm.JSON, DEFAULT_STACK, List.of(), Map.of());
  }

  /** Text as this record holds sources: its UTF-8 bytes, one char each. */
  static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether there is no file behind the program; its imports then start nowhere. */
  boolean isSnippet() {
    return fileName.equals(COMMAND_LINE);
  }

  Question withSource(String other) {
    return new Question(fileName, other, form, maxStack, given, files);
  }

  Question withForm(OutputForm other) {
    return new Question(fileName, source, other, maxStack, given, files);
  }
}
