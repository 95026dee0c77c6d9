// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.nodes.ConstantNode;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.call.BuiltinCallNode;
import wtf.metio.jaas.jsonnet.nodes.call.CallArguments;
import wtf.metio.jaas.jsonnet.nodes.call.CallNode;
import wtf.metio.jaas.jsonnet.runtime.Builtin;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.syntax.Expr;

/** Compiles calls, and sugar that stands for calls of the standard library. */
final class Calls {

  private final Compiler compiler;
  private final StandardReferences standard;

  Calls(Compiler compiler, StandardReferences standard) {
    this.compiler = compiler;
    this.standard = standard;
  }

  Node call(Expr.Apply apply, Position position) {
    return compiler.instruments().call(apply, plainCall(apply, position));
  }

  private Node plainCall(Expr.Apply apply, Position position) {
    var builtin = builtin(apply);
    if (builtin != null && fits(builtin, apply.arguments())) {
      return new BuiltinCallNode(
          position.place(apply), builtin, arguments(apply.arguments(), position, false));
    }
    return new CallNode(
        position.place(apply),
        compiler.node(apply.target(), position.operand()),
        new CallArguments(
            arguments(apply.arguments(), position, false),
            names(apply.arguments()),
            arguments(apply.arguments(), position, true)),
        apply.tailStrict(),
        position.tail());
  }

  private @Nullable Builtin builtin(Expr.Apply apply) {
    return apply.target() instanceof Expr.Select select
            && compiler.isStandard(select.target())
            && standard.member(select.name()) instanceof Builtin builtin
        ? builtin
        : null;
  }

  private static boolean fits(Builtin builtin, List<Expr.Argument> arguments) {
    var parameters = builtin.parameters();
    return arguments.size() <= parameters.count()
        && arguments.size() >= parameters.requiredCount()
        && arguments.stream().allMatch(argument -> argument.name() == null);
  }

  private static String[] names(List<Expr.Argument> arguments) {
    return arguments.stream()
        .map(Expr.Argument::name)
        .filter(name -> name != null)
        .toArray(String[]::new);
  }

  private Node[] arguments(List<Expr.Argument> arguments, Position position, boolean named) {
    var later = position.later();
    return arguments.stream()
        .filter(argument -> (argument.name() != null) == named)
        .map(argument -> compiler.later(argument.value(), later))
        .toArray(Node[]::new);
  }

  /** {@code target[from:to:step]} is a call of the library's function, whatever {@code std} is. */
  Node slice(Expr.Slice slice, Position position) {
    if (!(standard.member("slice") instanceof Builtin builtin)) {
      throw new IllegalStateException("The library cannot cut slices.");
    }
    return new BuiltinCallNode(
        position.place(slice),
        builtin,
        new Node[] {
          compiler.node(slice.target(), position.operand()),
          part(slice, slice.from(), position),
          part(slice, slice.to(), position),
          part(slice, slice.step(), position)
        });
  }

  private Node part(Expr.Slice slice, @Nullable Expr part, Position position) {
    return part == null
        ? new ConstantNode(position.place(slice), NullValue.NULL)
        : compiler.node(part, position.operand());
  }
}
