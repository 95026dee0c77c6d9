// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.std;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.runtime.Value;

/** The standard library of go-jsonnet v0.22.0. */
public final class StandardLibrary implements Library {

  /** The only one; it holds no state. */
  public static final StandardLibrary INSTANCE = new StandardLibrary();

  private final SequencedMap<String, Value> members;

  private StandardLibrary() {
    var registry = new Registry();
    Types.register(registry);
    General.register(registry);
    Maths.register(registry);
    Transformations.register(registry);
    Elements.register(registry);
    Aggregates.register(registry);
    Sorting.register(registry);
    Sets.register(registry);
    Fields.register(registry);
    Merging.register(registry);
    texts(registry);
    members = registry.members();
  }

  private static void texts(Registry registry) {
    Characters.register(registry);
    Trimming.register(registry);
    Splitting.register(registry);
    Substrings.register(registry);
    Joining.register(registry);
    Escapes.register(registry);
    Formats.register(registry);
    Encodings.register(registry);
    Hashes.register(registry);
    Parsing.register(registry);
    Manifests.register(registry);
  }

  @Override
  public @Nullable Value member(String name) {
    return members.get(name);
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(members.sequencedKeySet());
  }
}
