// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.diagnostics;

import org.jspecify.annotations.Nullable;

/**
 * Where code stands: its file and the function, object or variable around it.
 *
 * @param source the file
 * @param label such as {@code function <f>} or {@code thunk <x>}
 * @param within what a thunk was made in; null for everything else
 */
public record Context(SourceText source, String label, @Nullable Context within) {

  /** The context of code outside of every function and object. */
  public static Context top(SourceText source) {
    return new Context(source, "$", null);
  }

  /** What is said about an assertion: its place tells enough. */
  public Context assertion() {
    return new Context(source, "", null);
  }

  /** The context of a field that extends the one below. */
  public Context extension() {
    return new Context(source, "+:", null);
  }

  /** The context of a function's body. */
  public Context function(String name) {
    return new Context(source, "function <" + name + ">", null);
  }

  /** The context of what stands in an object. */
  public Context object(String name) {
    return new Context(source, "object <" + name + ">", null);
  }

  /** The context of a value that is computed later. */
  public Context thunk() {
    return new Context(source, "thunk", this);
  }

  /** The context of a variable's value. */
  public Context thunk(String variable) {
    return new Context(source, "thunk <" + variable + ">", this);
  }

  /** As traces show it: {@code thunk <x> from <function <f>>}. */
  public String name() {
    var text = new StringBuilder(label);
    int open = 0;
    for (var outer = within; outer != null; outer = outer.within) {
      text.append(" from <").append(outer.label);
      open++;
    }
    return text.append(">".repeat(open)).toString();
  }
}
