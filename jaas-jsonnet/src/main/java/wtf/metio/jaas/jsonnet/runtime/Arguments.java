// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;

/** Brings the arguments of a call into the order of the parameters, with the checks on the way. */
public final class Arguments {

  private Arguments() {}

  /** Arguments without names. */
  public static @Nullable Value[] positional(Parameters parameters, Value[] given) {
    return given.length == parameters.count()
        ? given
        : named(parameters, given, new String[0], new Value[0]);
  }

  /**
   * Arguments with and without names.
   *
   * @return one for each parameter; null for those that are left to their defaults
   */
  public static @Nullable Value[] named(
      Parameters parameters, Value[] given, String[] names, Value[] values) {
    int count = parameters.count();
    if (given.length > count) {
      throw JsonnetException.runtime(
          "function expected " + count + " positional argument(s), but got " + given.length);
    }
    @Nullable Value[] ordered = Arrays.copyOf(given, count);
    for (int i = 0; i < names.length; i++) {
      int index = parameters.indexOf(names[i]);
      if (index < 0) {
        throw JsonnetException.runtime("function has no parameter " + names[i]);
      }
      if (ordered[index] != null) {
        throw JsonnetException.runtime("Argument " + names[i] + " already provided");
      }
      ordered[index] = values[i];
    }
    requireAll(parameters, ordered);
    return ordered;
  }

  private static void requireAll(Parameters parameters, @Nullable Value[] ordered) {
    for (int i = 0; i < ordered.length; i++) {
      if (ordered[i] == null && parameters.required().get(i)) {
        throw JsonnetException.runtime("Missing argument: " + parameters.names().get(i));
      }
    }
  }
}
