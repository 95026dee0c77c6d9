// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.nodes.BinaryNode;
import wtf.metio.jaas.jsonnet.nodes.ChainNode;
import wtf.metio.jaas.jsonnet.nodes.ConditionalNode;
import wtf.metio.jaas.jsonnet.nodes.ConstantNode;
import wtf.metio.jaas.jsonnet.nodes.ErrorNode;
import wtf.metio.jaas.jsonnet.nodes.ImportNode;
import wtf.metio.jaas.jsonnet.nodes.LocalNode;
import wtf.metio.jaas.jsonnet.nodes.LogicalNode;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Operation;
import wtf.metio.jaas.jsonnet.nodes.OuterVariable;
import wtf.metio.jaas.jsonnet.nodes.OwnVariable;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.UnaryNode;
import wtf.metio.jaas.jsonnet.nodes.array.ArrayNode;
import wtf.metio.jaas.jsonnet.nodes.array.IndexNode;
import wtf.metio.jaas.jsonnet.nodes.call.FunctionNode;
import wtf.metio.jaas.jsonnet.nodes.object.InNode;
import wtf.metio.jaas.jsonnet.nodes.object.InSuperNode;
import wtf.metio.jaas.jsonnet.nodes.object.SelectNode;
import wtf.metio.jaas.jsonnet.nodes.object.SelfNode;
import wtf.metio.jaas.jsonnet.nodes.object.SuperNode;
import wtf.metio.jaas.jsonnet.operators.Addition;
import wtf.metio.jaas.jsonnet.runtime.ArrayValue;
import wtf.metio.jaas.jsonnet.runtime.BooleanValue;
import wtf.metio.jaas.jsonnet.runtime.Closure;
import wtf.metio.jaas.jsonnet.runtime.Computation;
import wtf.metio.jaas.jsonnet.runtime.NullValue;
import wtf.metio.jaas.jsonnet.runtime.NumberValue;
import wtf.metio.jaas.jsonnet.runtime.Parameters;
import wtf.metio.jaas.jsonnet.runtime.StringValue;
import wtf.metio.jaas.jsonnet.runtime.Value;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.Expr.BinaryOperator;

/** Compiles one file. Used once, by one thread. */
public final class Compiler {

  /** Deepest tree; parentheses and brackets are bounded by the parser, rows of calls are not. */
  private static final int DEEPEST = 50_000;

  /** From here on, a row of operators is run in a loop. */
  private static final int LONG_ROW = 32;

  private final Scopes scopes = new Scopes();
  private final StandardReferences standard;
  private final Operations operations;
  private final Objects objects;
  private final Instruments instruments;
  private final Checkpoint checkpoint;
  private int depth;
  private int compiled;

  private Compiler(SourceText source, Outfit outfit, Checkpoint checkpoint) {
    this.standard = new StandardReferences(source.path(), outfit.library());
    this.operations = new Operations(outfit.library());
    this.instruments = outfit.instruments();
    this.checkpoint = checkpoint;
    this.objects = new Objects(this, scopes);
  }

  /**
   * Compiles the tree of a file that passed the static checks.
   *
   * @throws JsonnetException when the tree is too deep or the time is over
   */
  public static CompiledProgram compile(
      SourceText source, Expr tree, Outfit outfit, Checkpoint checkpoint) {
    var compiler = new Compiler(source, outfit, checkpoint);
    var body = compiler.node(tree, Position.in(Context.top(source)));
    return new CompiledProgram(body, compiler.scopes.current().slots());
  }

  Node node(Expr expression, Position position) {
    if (++depth > DEEPEST) {
      throw new JsonnetException(FailureKind.LIMIT, "the program is nested too deeply");
    }
    if ((++compiled & 0xFFF) == 0) {
      checkpoint.check();
    }
    var node = dispatch(expression, position);
    depth--;
    return node;
  }

  private Node dispatch(Expr expression, Position position) {
    return switch (expression) {
      case Expr.NullLiteral literal -> constant(literal, position, NullValue.NULL);
      case Expr.BooleanLiteral literal ->
          constant(literal, position, BooleanValue.of(literal.value()));
      case Expr.StringLiteral literal ->
          constant(literal, position, StringValue.of(literal.value()));
      case Expr.NumberLiteral literal -> number(literal, position);
      case Expr.Self self -> new SelfNode(position.place(self), scopes.hopsToObject());
      case Expr.Dollar dollar ->
          new SelfNode(position.place(dollar), scopes.hopsToOutermostObject());
      case Expr.Variable variable -> variable(variable, position);
      case Expr.Parens parens -> node(parens.inner(), position);
      case Expr.Array array -> array(array, position);
      case Expr.ArrayComprehension comprehension ->
          objects.arrayComprehension(comprehension, position);
      case Expr.ObjectLiteral object -> objects.literal(object, position);
      case Expr.ObjectComprehension object -> objects.comprehension(object, position);
      case Expr.Apply apply -> new Calls(this, standard).call(apply, position);
      case Expr.ApplyBrace apply ->
          new BinaryNode(
              position.place(apply),
              instruments.addition(apply, Addition::add),
              node(apply.left(), position.operand()),
              node(apply.right(), position.operand()));
      case Expr.Select select -> select(select, position);
      case Expr.Index index ->
          new IndexNode(
              position.place(index),
              node(index.target(), position.operand()),
              node(index.index(), position.operand()));
      case Expr.Slice slice -> new Calls(this, standard).slice(slice, position);
      case Expr.SuperSelect select ->
          new SuperNode(
              position.place(select),
              scopes.hopsToObject(),
              constant(select, position, StringValue.of(select.name())));
      case Expr.SuperIndex index ->
          new SuperNode(
              position.place(index),
              scopes.hopsToObject(),
              node(index.index(), position.operand()));
      case Expr.InSuper in ->
          new InSuperNode(
              position.place(in), scopes.hopsToObject(), node(in.index(), position.operand()));
      case Expr.Unary unary ->
          new UnaryNode(
              position.place(unary),
              unary.operator(),
              node(unary.operand(), position.lastOperand()));
      case Expr.Binary binary -> binary(binary, position);
      case Expr.Conditional conditional -> conditional(conditional, position);
      case Expr.Local local -> local(local, position);
      case Expr.Function function -> function(function, position);
      case Expr.Error error ->
          new ErrorNode(position.place(error), node(error.message(), position.operand()));
      case Expr.Assert assertion -> assertion(assertion, position);
      case Expr.Import file ->
          instruments.imported(
              file, new ImportNode(position.place(file), file.kind(), file.path()));
    };
  }

  private static ConstantNode constant(Expr literal, Position position, Value value) {
    return new ConstantNode(position.place(literal), value);
  }

  private static Node number(Expr.NumberLiteral literal, Position position) {
    if (Double.isFinite(literal.value())) {
      return constant(literal, position, NumberValue.of(literal.value()));
    }
    return new ErrorNode(
        position.place(literal), constant(literal, position, StringValue.of("overflow")));
  }

  private Node variable(Expr.Variable variable, Position position) {
    var place = position.place(variable);
    var binding = scopes.find(variable.name());
    if (binding == null) {
      return new ConstantNode(place, standard.object());
    }
    int up = scopes.current().hopsTo(binding.owner());
    return up == 0
        ? new OwnVariable(place, binding.slot())
        : new OuterVariable(place, up, binding.slot());
  }

  /** Whether an expression is the standard library itself, not a variable of the same name. */
  boolean isStandard(Expr expression) {
    return expression instanceof Expr.Variable variable && scopes.find(variable.name()) == null;
  }

  private Node array(Expr.Array array, Position position) {
    var later = position.later();
    var elements = array.elements().stream().map(e -> later(e, later)).toArray(Node[]::new);
    var values = constants(elements);
    return values == null
        ? new ArrayNode(position.place(array), elements)
        : constant(array, position, ArrayValue.of(values));
  }

  private static Value @Nullable [] constants(Node[] nodes) {
    var values = new Value[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      if (!(nodes[i] instanceof ConstantNode constant)) {
        return null;
      }
      values[i] = constant.value();
    }
    return values;
  }

  private Node select(Expr.Select select, Position position) {
    var place = position.place(select);
    if (isStandard(select.target())) {
      var member = standard.member(select.name());
      if (member != null) {
        return new ConstantNode(place, member);
      }
    }
    return new SelectNode(place, node(select.target(), position.operand()), select.name());
  }

  private Node binary(Expr.Binary binary, Position position) {
    var place = position.place(binary);
    return switch (binary.operator()) {
      case IN ->
          new InNode(
              place,
              node(binary.left(), position.operand()),
              node(binary.right(), position.operand()));
      case AND, OR ->
          new LogicalNode(
              place,
              binary.operator() == BinaryOperator.OR,
              node(binary.left(), position.operand()),
              node(binary.right(), position.branch()));
      default -> row(binary, position);
    };
  }

  private Node row(Expr.Binary binary, Position position) {
    var row = new ArrayDeque<Expr.Binary>();
    Expr leftmost = binary;
    while (leftmost instanceof Expr.Binary next && needsBoth(next.operator())) {
      row.push(next);
      leftmost = next.left();
    }
    var first = node(leftmost, position.operand());
    return row.size() < LONG_ROW ? nest(first, row, position) : chain(first, row, position);
  }

  private Node nest(Node first, ArrayDeque<Expr.Binary> row, Position position) {
    var result = first;
    for (var next : row) {
      result =
          new BinaryNode(
              position.place(next),
              operation(next),
              result,
              node(next.right(), position.lastOperand()));
    }
    return result;
  }

  private Node chain(Node first, ArrayDeque<Expr.Binary> row, Position position) {
    var links = new ArrayList<ChainNode.Link>(row.size());
    for (var next : row) {
      links.add(
          new ChainNode.Link(
              position.place(next), operation(next), node(next.right(), position.operand())));
    }
    return new ChainNode(position.place(row.getLast()), first, links);
  }

  private Operation operation(Expr.Binary binary) {
    var operation = operations.of(binary.operator());
    return binary.operator() == BinaryOperator.PLUS
        ? instruments.addition(binary, operation)
        : operation;
  }

  private static boolean needsBoth(BinaryOperator operator) {
    return operator != BinaryOperator.IN
        && operator != BinaryOperator.AND
        && operator != BinaryOperator.OR;
  }

  private Node conditional(Expr.Conditional conditional, Position position) {
    var no = conditional.no();
    return new ConditionalNode(
        position.place(conditional),
        node(conditional.condition(), position.operand()),
        node(conditional.yes(), position.branch()),
        no == null ? constant(conditional, position, NullValue.NULL) : node(no, position.branch()));
  }

  private Node local(Expr.Local local, Position position) {
    var names = local.binds().stream().map(Expr.Bind::name).toList();
    int first = scopes.bind(names);
    var binds =
        local.binds().stream()
            .map(bind -> bound(bind, position.variable(bind.name())))
            .toArray(Node[]::new);
    var body = node(local.body(), position);
    scopes.unbind(names);
    return new LocalNode(position.place(local), first, binds, body);
  }

  /** The value of a variable, its own position given. */
  Node bound(Expr.Bind bind, Position position) {
    instruments.begin(bind);
    return instruments.end(node(bind.body(), position));
  }

  /** The value of a field, the position inside of its object given. */
  Node field(Expr.Member.Field field, Position position) {
    instruments.begin(field);
    return instruments.end(node(field.body(), position));
  }

  /** Something that is computed later, if at all. */
  Node later(Expr expression, Position position) {
    return instruments.later(node(expression, position));
  }

  /** What watches the program run. */
  Instruments instruments() {
    return instruments;
  }

  private Node function(Expr.Function function, Position position) {
    instruments.begin(function);
    var inside = position.functionBody();
    var scope = scopes.enter(false);
    var names = function.parameters().stream().map(Expr.Parameter::name).toList();
    scopes.bind(names);
    @Nullable Computation[] defaults = new Computation[names.size()];
    for (int i = 0; i < defaults.length; i++) {
      var value = function.parameters().get(i).defaultValue();
      defaults[i] = value == null ? null : later(value, inside.operand());
    }
    var body = instruments.end(node(function.body(), inside));
    scopes.unbind(names);
    scopes.leave();
    return new FunctionNode(
        position.place(function),
        new Closure.Code(parameters(function), defaults, body, scope.slots()));
  }

  private static Parameters parameters(Expr.Function function) {
    List<Expr.Parameter> parameters = function.parameters();
    return new Parameters(
        parameters.stream().map(Expr.Parameter::name).toList(),
        parameters.stream().map(p -> p.defaultValue() == null).toList());
  }

  private Node assertion(Expr.Assert assertion, Position position) {
    var place = position.place(assertion).ofAssertion();
    return new ConditionalNode(
        place,
        node(assertion.condition(), position.operand()),
        node(assertion.rest(), position.branch()),
        failure(place, assertion.message(), position, "Assertion failed"));
  }

  /** What runs when an assertion does not hold. */
  Node failure(Place place, @Nullable Expr message, Position position, String otherwise) {
    var text =
        message == null
            ? new ConstantNode(place, StringValue.of(otherwise))
            : node(message, position.operand());
    return new ErrorNode(place, text);
  }
}
