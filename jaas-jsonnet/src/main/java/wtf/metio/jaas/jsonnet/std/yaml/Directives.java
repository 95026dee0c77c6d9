// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std.yaml;

import java.util.HashMap;
import java.util.Map;

/** What stands in front of a document: the version of YAML, and short forms of tags. */
final class Directives {

  private static final Map<String, String> KNOWN = Map.of("!", "!", "!!", "tag:yaml.org,2002:");

  private final Map<String, String> prefixes = new HashMap<>();
  private boolean versionGiven;

  void add(Token directive) {
    if (directive.is(Token.Kind.VERSION_DIRECTIVE)) {
      version(directive);
    } else if (prefixes.putIfAbsent(directive.value(), directive.suffix()) != null) {
      throw YamlFailure.structure("found duplicate %TAG directive", directive.start());
    }
  }

  private void version(Token directive) {
    if (versionGiven) {
      throw YamlFailure.structure("found duplicate %YAML directive", directive.start());
    }
    if (!directive.value().equals("1.1")) {
      throw YamlFailure.structure("found incompatible YAML document", directive.start());
    }
    versionGiven = true;
  }

  /**
   * The whole tag.
   *
   * @param start of the node that has it
   */
  String resolve(Token tag, Mark start) {
    if (tag.value().isEmpty()) {
      return tag.suffix();
    }
    var prefix = prefixes.getOrDefault(tag.value(), KNOWN.getOrDefault(tag.value(), ""));
    if (prefix.isEmpty()) {
      throw YamlFailure.structure(start, "found undefined tag handle", tag.start());
    }
    return prefix + tag.suffix();
  }
}
