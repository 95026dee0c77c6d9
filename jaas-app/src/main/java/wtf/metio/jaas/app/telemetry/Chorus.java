// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** Tells two listeners, one after the other. */
public final class Chorus {

  private Chorus() {}

  /**
   * One that stands for both.
   *
   * @param role an interface whose methods return nothing
   */
  public static <T> T of(Class<T> role, T first, T second) {
    var all = List.of(first, second);
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (_, method, arguments) -> {
              for (var listener : all) {
                try {
                  method.invoke(listener, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
              return null;
            }));
  }
}
