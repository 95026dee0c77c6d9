// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** When two answers to one question are the same, with the few differences that are wanted. */
final class Comparison {

  /** The reference writes these where a sum overflows; no JSON reader takes them. */
  private static final Pattern NO_JSON = Pattern.compile("[+-]Inf|NaN");

  private static final String NO_STRING_FIELD =
      "RUNTIME ERROR: multi mode: top-level object's key ";

  private static final String BAD_YAML = "RUNTIME ERROR: failed to parse YAML: ";

  private static final String TOO_DEEP = "RUNTIME ERROR: max stack frames exceeded.";

  private Comparison() {}

  /** What is wrong with our answer; empty if nothing is. */
  static Optional<String> difference(Answer theirs, Answer ours) {
    return isRight(theirs, ours)
        ? Optional.empty()
        : Optional.of("expected " + theirs.shown() + "\n  but got  " + ours.shown());
  }

  private static boolean isRight(Answer theirs, Answer ours) {
    if (ours instanceof Answer.Gone) {
      return false;
    }
    return switch (theirs) {
      case Answer.Gone gone -> true;
      case Answer.Failed failed -> isRight(failed, ours);
      case Answer.Text(String bytes) ->
          theirs.equals(ours) || (NO_JSON.matcher(bytes).find() && ours instanceof Answer.Failed);
      case Answer.Files files -> files.equals(ours);
    };
  }

  private static boolean isRight(Answer.Failed theirs, Answer ours) {
    if (theirs.firstLine().equals(TOO_DEEP)) {
      // Functions of the reference that are written in Jsonnet use frames where ours need none.
      return true;
    }
    if (isDefect(theirs)) {
      return ours instanceof Answer.Failed;
    }
    return ours instanceof Answer.Failed failed
        && (words(failed).equals(words(theirs))
            || (isAnyOfSeveral(theirs) && isAnyOfSeveral(failed))
            || (isBadYaml(theirs) && isBadYaml(failed)));
  }

  /**
   * How a scanner words what is wrong, and which of several bad keys it meets first, is its affair.
   */
  private static boolean isBadYaml(Answer.Failed failed) {
    return failed.firstLine().startsWith(BAD_YAML);
  }

  /** The first line as text: the reference repeats bytes of the source that are no UTF-8. */
  private static String words(Answer.Failed failed) {
    var bytes = failed.firstLine().getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).replaceAll("\uFFFD+", "\uFFFD");
  }

  /** Of several fields that are no strings the reference names one by chance. */
  private static boolean isAnyOfSeveral(Answer.Failed failed) {
    return failed.firstLine().startsWith(NO_STRING_FIELD);
  }

  /** The reference broke; any error will do. */
  private static boolean isDefect(Answer.Failed theirs) {
    return theirs.message().contains("INTERNAL ERROR") || theirs.message().contains("(CRASH)");
  }
}
