// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.directory.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import wtf.metio.jaas.directory.catalogue.ShelvedFile.Shelved;

/** Who is described in the files there are, and who is described more than once. */
final class Present {

  private final Map<Identity, List<Shelved>> objects = new LinkedHashMap<>();

  Present(SortedMap<String, ShelvedFile> files) {
    files
        .values()
        .forEach(
            file ->
                file.objects()
                    .forEach(
                        it ->
                            objects
                                .computeIfAbsent(it.identity(), _ -> new ArrayList<>())
                                .add(it)));
  }

  Set<Identity> identities() {
    return objects.keySet();
  }

  /** Those that are described once. */
  List<Shelved> single() {
    return objects.values().stream()
        .filter(several -> several.size() == 1)
        .map(List::getFirst)
        .toList();
  }

  /** Those that are described more than once, in the order of the files. */
  Map<Identity, List<Shelved>> doubled() {
    return objects.entrySet().stream()
        .filter(it -> it.getValue().size() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is wrong with each of those. */
  Map<Identity, String> complaints() {
    return doubled().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> complaint(it.getKey(), it.getValue())));
  }

  private static String complaint(Identity identity, List<Shelved> several) {
    return identity
        + " is described more than once, keep one of them: "
        + several.stream()
            .map(it -> it.manifest().place().toString())
            .collect(Collectors.joining(", "));
  }
}
