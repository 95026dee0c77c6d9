// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.tenant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wtf.metio.jaas.operator.kube.Reply;

/**
 * What somebody lacks, as a role would grant it.
 *
 * @param who as the API server knows it
 * @param resource as it stands in a role, with a slash before its part if it is one
 * @param group empty for the core
 * @param namespace empty for the whole cluster
 */
record MissingRight(String who, String verb, String resource, String group, String namespace) {

  private static final Pattern WORDS =
      Pattern.compile(
          "User \"(?<who>[^\"]*)\" cannot (?<verb>[a-z]+) resource \"(?<resource>[^\"]+)\"(?: in"
              + " API group \"(?<group>[^\"]*)\")?(?: in the namespace \"(?<place>[^\"]+)\")?");
  private static final Pattern ACCOUNT =
      Pattern.compile("system:serviceaccount:(?<namespace>[^:]+):(?<name>[^:]+)");

  /** What an answer of the API server says is missing; empty if it is about something else. */
  static Optional<MissingRight> in(Reply.Refused refused) {
    return refused.isForbidden()
        ? Optional.of(WORDS.matcher(refused.message())).filter(Matcher::find).map(MissingRight::of)
        : Optional.empty();
  }

  private static MissingRight of(Matcher words) {
    return new MissingRight(
        words.group("who"),
        words.group("verb"),
        words.group("resource"),
        Optional.ofNullable(words.group("group")).orElse(""),
        Optional.ofNullable(words.group("place")).orElse(""));
  }

  /**
   * A sentence without a full stop.
   *
   * @param missing what somebody lacks who tried one way after the other; not empty
   */
  static String text(List<MissingRight> missing) {
    var first = missing.getFirst();
    return first.subject()
        + " needs "
        + first.right()
        + missing.stream()
            .distinct()
            .skip(1)
            .map(right -> first.isAsGoodAs(right) ? right.instead() : " and " + right.right())
            .collect(Collectors.joining());
  }

  private String subject() {
    var account = ACCOUNT.matcher(who);
    return account.matches()
        ? "ServiceAccount " + account.group("namespace") + '/' + account.group("name")
        : "User \"" + who + '"';
  }

  /** Whoever may patch an object need not be allowed to replace it. */
  private boolean isAsGoodAs(MissingRight other) {
    return verb.equals("patch")
        && other.equals(new MissingRight(who, "update", resource, group, namespace));
  }

  private String instead() {
    return " (\"" + verb + "\" would do as well)";
  }

  private String right() {
    var place = namespace.isEmpty() ? "" : " in namespace \"" + namespace + '"';
    return "verb \"" + verb + "\" on \"" + qualified() + '"' + place;
  }

  private String qualified() {
    if (group.isEmpty()) {
      return resource;
    }
    int slash = resource.indexOf('/');
    return slash < 0
        ? resource + '.' + group
        : resource.substring(0, slash) + '.' + group + resource.substring(slash);
  }
}
