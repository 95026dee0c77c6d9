// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wtf.metio.jaas.jsonnet.nodes.ConditionalNode;
import wtf.metio.jaas.jsonnet.nodes.ConstantNode;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.array.ArrayComprehensionNode;
import wtf.metio.jaas.jsonnet.nodes.array.Clauses;
import wtf.metio.jaas.jsonnet.nodes.object.DynamicObjectNode;
import wtf.metio.jaas.jsonnet.nodes.object.ObjectComprehensionNode;
import wtf.metio.jaas.jsonnet.nodes.object.ObjectNode;
import wtf.metio.jaas.jsonnet.nodes.object.ObjectParts;
import wtf.metio.jaas.jsonnet.nodes.object.PlusField;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.Constant;
import wtf.metio.jaas.jsonnet.runtime.Frame;
import wtf.metio.jaas.jsonnet.runtime.Layer;
import wtf.metio.jaas.jsonnet.runtime.Layout;
import wtf.metio.jaas.jsonnet.runtime.ObjectValue;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.Expr.Clause;
import wtf.metio.jaas.jsonnet.syntax.Expr.Member;

/** Compiles objects and comprehensions. */
final class Objects {

  private final Compiler compiler;
  private final Scopes scopes;

  Objects(Compiler compiler, Scopes scopes) {
    this.compiler = compiler;
    this.scopes = scopes;
  }

  Node literal(Expr.ObjectLiteral object, Position position) {
    List<Expr.Bind> locals = new ArrayList<>();
    List<Member.Field> fields = new ArrayList<>();
    List<Member.Assertion> assertions = new ArrayList<>();
    for (var member : object.members()) {
      switch (member) {
        case Member.Local local -> locals.add(local.bind());
        case Member.Field field -> fields.add(field);
        case Member.Assertion assertion -> assertions.add(assertion);
      }
    }
    // Names are computed outside of the object, so they are compiled before its scope is entered.
    var names = fields.stream().map(f -> compiler.node(f.name(), position.operand())).toList();
    var parts = parts(locals, fields, names, assertions, position);
    var place = position.place(object);
    return namesAreKnown(fields) ? fixed(place, parts) : new DynamicObjectNode(place, parts);
  }

  private ObjectParts parts(
      List<Expr.Bind> locals,
      List<Member.Field> fields,
      List<Node> names,
      List<Member.Assertion> assertions,
      Position position) {
    var inside = position.inObject();
    var scope = scopes.enter(true);
    var variables = locals.stream().map(Expr.Bind::name).toList();
    scopes.bind(variables);
    var values =
        locals.stream()
            .map(bind -> compiler.bound(bind, inside.variable(bind.name())))
            .toArray(Computation[]::new);
    var checks = assertions.stream().map(a -> assertion(a, inside)).toArray(Computation[]::new);
    var made = new ArrayList<ObjectParts.Field>();
    for (int i = 0; i < fields.size(); i++) {
      made.add(field(fields.get(i), names.get(i), inside));
    }
    scopes.unbind(variables);
    scopes.leave();
    return new ObjectParts(made, values, checks, scope.slots());
  }

  private ObjectParts.Field field(Member.Field field, Node name, Position inside) {
    return new ObjectParts.Field(
        new Place(inside.context(), field.begin(), field.end()),
        name,
        field.plus(),
        field.visibility(),
        compiler.field(field, inside));
  }

  private Node assertion(Member.Assertion assertion, Position inside) {
    var place = new Place(inside.context().assertion(), assertion.begin(), assertion.end());
    return compiler
        .instruments()
        .later(
            new ConditionalNode(
                place,
                compiler.node(assertion.condition(), inside.operand()),
                new ConstantNode(place, BooleanValue.TRUE),
                compiler.failure(place, assertion.message(), inside, "Object assertion failed.")));
  }

  private static boolean namesAreKnown(List<Member.Field> fields) {
    // Names that are equal only after escapes are resolved are an error of the run.
    Set<String> names = new HashSet<>();
    return fields.stream()
        .allMatch(
            field ->
                !field.computed()
                    && field.name() instanceof Expr.StringLiteral name
                    && names.add(name.value()));
  }

  private static Node fixed(Place place, ObjectParts parts) {
    var fields = parts.fields().stream().map(Objects::fixed).toList();
    var layout = new Layout(fields, parts.locals(), parts.assertions(), parts.slots());
    boolean constant =
        parts.locals().length == 0
            && parts.assertions().length == 0
            && fields.stream().allMatch(field -> field.body() instanceof Constant);
    return constant
        ? new ConstantNode(place, ObjectValue.of(Layer.literal(layout, Frame.NONE)))
        : new ObjectNode(place, layout);
  }

  private static Layout.Field fixed(ObjectParts.Field field) {
    if (!(field.name() instanceof ConstantNode constant
        && constant.value() instanceof StringValue name)) {
      throw new IllegalStateException("The name of a field is not known.");
    }
    var text = name.value();
    return new Layout.Field(
        text, field.visibility(), field.plus() ? new PlusField(text, field.body()) : field.body());
  }

  Node comprehension(Expr.ObjectComprehension object, Position position) {
    var clauses = enter(object.clauses(), position);
    var name = compiler.node(object.field().name(), position.operand());
    var locals = object.locals().stream().map(Member.Local::bind).toList();
    var parts = parts(locals, List.of(object.field()), List.of(name), List.of(), position);
    return new ObjectComprehensionNode(
        position.place(object), parts, leave(object.clauses(), clauses));
  }

  Node arrayComprehension(Expr.ArrayComprehension array, Position position) {
    var clauses = enter(array.clauses(), position);
    var body = compiler.later(array.body(), position.later());
    return new ArrayComprehensionNode(position.place(array), body, leave(array.clauses(), clauses));
  }

  /** A clause whose frame may still grow. */
  private record Open(Place place, Node node, FrameScope scope) {}

  private List<Open> enter(List<Clause> clauses, Position position) {
    var open = new ArrayList<Open>();
    for (var clause : clauses) {
      switch (clause) {
        case Clause.For loop -> {
          var source = compiler.node(loop.source(), position.operand());
          var scope = scopes.enter(false);
          scopes.bind(List.of(loop.variable()));
          open.add(new Open(place(position, loop.source()), source, scope));
        }
        case Clause.If test ->
            open.add(
                new Open(
                    place(position, test.condition()),
                    compiler.node(test.condition(), position.operand()),
                    scopes.current()));
      }
    }
    return open;
  }

  private static Place place(Position position, Expr expression) {
    return position.place(expression);
  }

  private Clauses leave(List<Clause> clauses, List<Open> open) {
    var made = new ArrayList<Clauses.Clause>();
    for (int i = clauses.size() - 1; i >= 0; i--) {
      var part = open.get(i);
      made.addFirst(
          switch (clauses.get(i)) {
            case Clause.For loop -> {
              scopes.unbind(List.of(loop.variable()));
              scopes.leave();
              yield new Clauses.Clause.For(part.place(), part.node(), part.scope().slots());
            }
            case Clause.If _ -> new Clauses.Clause.If(part.place(), part.node());
          });
    }
    return new Clauses(made);
  }
}
