// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables in sight while a program is compiled, and the frames they will live in. */
final class Scopes {

  private final Map<String, Binding> bindings = new HashMap<>();
  private FrameScope current = new FrameScope(null, false);

  /** Where the value of a variable is found. */
  record Binding(FrameScope owner, int slot, @Nullable Binding shadowed) {}

  /** The frame that code compiled now will run in. */
  FrameScope current() {
    return current;
  }

  /** Enters a frame around the code compiled next. */
  FrameScope enter(boolean object) {
    current = new FrameScope(current, object);
    return current;
  }

  /** Leaves the innermost frame. */
  void leave() {
    var parent = current.parent();
    if (parent == null) {
      throw new IllegalStateException("The frame of the file cannot be left.");
    }
    current = parent;
  }

  /** Brings variables into sight and returns the slot of the first; the others follow. */
  int bind(List<String> names) {
    int first = current.allocate(names.size());
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      bindings.put(name, new Binding(current, first + i, bindings.get(name)));
    }
    return first;
  }

  /** Takes variables out of sight. */
  void unbind(List<String> names) {
    for (int i = names.size() - 1; i >= 0; i--) {
      var name = names.get(i);
      var shadowed = bindings.remove(name);
      if (shadowed != null && shadowed.shadowed() != null) {
        bindings.put(name, shadowed.shadowed());
      }
    }
  }

  /** The variable of that name; null for one that the language itself provides. */
  @Nullable Binding find(String name) {
    return bindings.get(name);
  }

  /** How many frames out the innermost object is. */
  int hopsToObject() {
    int hops = 0;
    for (var scope = current; scope != null; scope = scope.parent()) {
      if (scope.isObject()) {
        return hops;
      }
      hops++;
    }
    throw new IllegalStateException("There is no object around.");
  }

  /** How many frames out the outermost object is. */
  int hopsToOutermostObject() {
    int hops = 0;
    int found = -1;
    for (var scope = current; scope != null; scope = scope.parent()) {
      if (scope.isObject()) {
        found = hops;
      }
      hops++;
    }
    return found;
  }
}
