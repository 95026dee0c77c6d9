// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.publication;

import java.util.List;
import java.util.TreeMap;
import wtf.metio.jaas.domain.notation.TextHash;
import wtf.metio.jaas.domain.snippet.NamedValue;

/**
 * A digest of everything that a publication depends on: equal digests mean that nothing would come
 * out differently.
 */
final class Fingerprint {

  private final TextHash hash = new TextHash();

  private Fingerprint() {}

  static String of(Task task, Input input, Policy policy, String sharedLibraries) {
    var spec = task.snippet().spec();
    var print = new Fingerprint();
    print.add(
        policy.engineVersion(), sharedLibraries, Integer.toString(policy.limits().maxStack()));
    print.add(spec.output().text(), spec.format().text(), spec.entryFile());
    new TreeMap<>(policy.externalVariables()).forEach((name, value) -> print.add("e", name, value));
    print.add("variables", spec.externalVariables());
    print.add("arguments", spec.topLevelArguments());
    print.add("own", input.own().revision());
    input.libraries().forEach((alias, library) -> print.add("l", alias, library.revision()));
    return print.hash.end();
  }

  private void add(String kind, List<NamedValue> values) {
    for (var value : values) {
      add(kind, value.name(), value.value(), Boolean.toString(value.code()));
    }
  }

  private void add(String... texts) {
    hash.add(texts);
  }
}
