// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.negotiation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tags of what a client has already.
 *
 * @param any whether it would take no answer at all if there is anything
 * @param tags in their quotes; weak ones without their mark, since one that is weak here was made
 *     of a strong one by somebody on the way
 */
public record IfNoneMatch(boolean any, Set<String> tags) {

  private static final IfNoneMatch NOTHING = new IfNoneMatch(false, Set.of());

  private static final Pattern TAG =
      Pattern.compile("[\\s,]*(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")\\s*(?=,|$)");

  public IfNoneMatch {
    tags = Set.copyOf(tags);
  }

  /** What these fields say, each the value of one header. All after a malformed tag is left out. */
  public static IfNoneMatch of(List<String> fields) {
    if (fields.isEmpty()) {
      return NOTHING;
    }
    var text = String.join(",", fields).strip();
    if (text.equals("*")) {
      return new IfNoneMatch(true, Set.of());
    }
    var tags = new HashSet<String>();
    var match = TAG.matcher(text);
    while (match.lookingAt()) {
      tags.add(match.group(1));
      match.region(match.end(), text.length());
    }
    return new IfNoneMatch(false, tags);
  }

  /**
   * The tag with which to tell the client that it has the document.
   *
   * @param chosen the tag of the form it would get
   * @param other the tag of another form of the same document
   * @return empty if it does not have it
   */
  public Optional<String> known(String chosen, String other) {
    if (any || tags.contains(chosen)) {
      return Optional.of(chosen);
    }
    return tags.contains(other) ? Optional.of(other) : Optional.empty();
  }
}
