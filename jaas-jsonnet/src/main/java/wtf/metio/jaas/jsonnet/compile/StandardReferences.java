// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Constant;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.Library;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr.Visibility;

/** What {@code std} stands for in one file. */
final class StandardReferences {

  private static final String THIS_FILE = "thisFile";

  private final String fileName;
  private final Library library;
  private @Nullable ObjectValue object;

  StandardReferences(String fileName, Library library) {
    this.fileName = fileName;
    this.library = library;
  }

  /** {@code std.name}; null when there is no such member. */
  @Nullable Value member(String name) {
    return name.equals(THIS_FILE) ? StringValue.of(fileName) : library.member(name);
  }

  /** {@code std} as a value: an object with every field hidden. */
  ObjectValue object() {
    var made = object;
    if (made == null) {
      made = make();
      object = made;
    }
    return made;
  }

  private ObjectValue make() {
    var fields = library.names().stream().map(name -> field(name, library.member(name))).toList();
    var members = new Layout(fields, new Computation[0], new Computation[0]);
    var own =
        new Layout(
            List.of(field(THIS_FILE, StringValue.of(fileName))),
            new Computation[0],
            new Computation[0]);
    var extended =
        ObjectValue.of(Layer.literal(own, Frame.NONE), Layer.literal(members, Frame.NONE));
    // Threads share the object: what it works out about itself has to be there before they come.
    extended.visibleNames();
    return extended;
  }

  private static Layout.Field field(String name, @Nullable Value value) {
    if (value == null) {
      throw new IllegalStateException("The library names `" + name + "` but does not have it.");
    }
    return new Layout.Field(name, Visibility.HIDDEN, Constant.of(value));
  }
}
