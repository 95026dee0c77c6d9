// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.profile.recording;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.compile.Instruments;
import wtf.metio.jaas.jsonnet.diagnostics.Context;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.nodes.ConstantNode;
import wtf.metio.jaas.jsonnet.nodes.Node;
import wtf.metio.jaas.jsonnet.nodes.Operation;
import wtf.metio.jaas.jsonnet.nodes.OuterVariable;
import wtf.metio.jaas.jsonnet.nodes.OwnVariable;
import wtf.metio.jaas.jsonnet.nodes.Place;
import wtf.metio.jaas.jsonnet.nodes.call.FunctionNode;
import wtf.metio.jaas.jsonnet.nodes.object.ObjectNode;
import wtf.metio.jaas.jsonnet.nodes.object.SelfNode;
import wtf.metio.jaas.jsonnet.profile.Kind;
import wtf.metio.jaas.jsonnet.syntax.Expr;

/** Puts counters and looks at the clock into one file. */
final class FileInstruments implements Instruments {

  private static final String ANONYMOUS = "<function>";

  private final SourceText source;
  private final WatchedFile file;
  private final Counters counters;
  private final Recorder recorder;
  private final Deque<Piece> around = new ArrayDeque<>();

  /** What the nodes put in say of their place: none of them fails, so that nobody sees it. */
  private final Place place;

  /**
   * A piece that is being compiled.
   *
   * @param path the names from the outermost inwards
   * @param body what it is bound to; null for a file
   */
  private record Piece(Site site, String path, @Nullable Expr body) {}

  /**
   * Instruments for one file.
   *
   * @param body takes the time of the outermost expression
   */
  FileInstruments(SourceText source, WatchedFile file, Site body, Counters counters) {
    this.source = source;
    this.file = file;
    this.counters = counters;
    this.recorder = counters.recorder();
    this.place = new Place(Context.top(source), 0, 0);
    around.push(new Piece(body, "", null));
  }

  @Override
  public void begin(Expr.Function function) {
    var outer = around.getFirst();
    boolean named = outer.body() != null && bare(outer.body()) == function;
    var path = named ? outer.path() : within(outer.path(), ANONYMOUS);
    int begin = named ? outer.site().begin : function.begin();
    push(Kind.FUNCTION, path, begin, function.body());
  }

  private static Expr bare(Expr expression) {
    var inner = expression;
    while (inner instanceof Expr.Parens parens) {
      inner = parens.inner();
    }
    return inner;
  }

  @Override
  public void begin(Expr.Member.Field field) {
    var name =
        field.name() instanceof Expr.StringLiteral literal && !field.computed()
            ? literal.value()
            : '[' + ShortText.of(source, field.name()) + ']';
    push(Kind.FIELD, within(around.getFirst().path(), name), field.begin(), field.body());
  }

  @Override
  public void begin(Expr.Bind variable) {
    var path = within(around.getFirst().path(), variable.name());
    push(Kind.VARIABLE, path, variable.begin(), variable.body());
  }

  private static String within(String path, String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private void push(Kind kind, String path, int begin, Expr body) {
    around.push(new Piece(new Site(kind, path, source, begin), path, body));
  }

  @Override
  public Node end(Node body) {
    var site = around.pop().site();
    return site.kind != Kind.FUNCTION && isAtHand(body)
        ? body
        : new PieceNode(place, recorder, known(site), body);
  }

  @Override
  public Node later(Node node) {
    return isAtHand(node)
        ? node
        : new LaterNode(place, recorder, known(around.getFirst().site()), node);
  }

  private Site known(Site site) {
    file.add(site);
    return site;
  }

  /** Whether the value is there without a thunk: putting anything around would make one. */
  private static boolean isAtHand(Node node) {
    return node instanceof ConstantNode
        || node instanceof OwnVariable
        || node instanceof OuterVariable
        || node instanceof SelfNode
        || node instanceof FunctionNode
        || node instanceof ObjectNode;
  }

  @Override
  public Node call(Expr.Apply apply, Node node) {
    return new CountedNode(place, counters.call(source, apply), node);
  }

  @Override
  public Node imported(Expr.Import imported, Node node) {
    return new CountedNode(
        place, counters.importer().counting(source.path(), imported.path()), node);
  }

  @Override
  public Operation addition(Expr plus, Operation operation) {
    var growth = counters.growth(source, plus);
    return (evaluation, left, right) -> {
      var sum = operation.apply(evaluation, left, right);
      growth.added(left, sum);
      return sum;
    };
  }
}
