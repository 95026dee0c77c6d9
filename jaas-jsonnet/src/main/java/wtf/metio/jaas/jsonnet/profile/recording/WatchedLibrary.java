// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.runtime.Value;

/**
 * The standard library, its functions counted and timed.
 *
 * <p>Seen are the calls that a program makes, also by operators and slices that stand for one; not
 * what functions of the library do among themselves.
 */
final class WatchedLibrary implements Library {

  private final SequencedMap<String, Value> members = new LinkedHashMap<>();

  /**
   * Wraps a library.
   *
   * @param sites makes the site for the function of a name
   */
  WatchedLibrary(Library library, Recorder recorder, Function<String, Site> sites) {
    for (var name : library.names()) {
      var member = library.member(name);
      if (member instanceof Builtin builtin) {
        members.put(name, watched(builtin, recorder, sites.apply(name)));
      } else if (member != null) {
        members.put(name, member);
      }
    }
  }

  private static Builtin watched(Builtin builtin, Recorder recorder, Site site) {
    return builtin.around(
        body ->
            (evaluation, arguments) -> {
              recorder.enter(site);
              var value = body.apply(evaluation, arguments);
              recorder.exit();
              return value;
            });
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
