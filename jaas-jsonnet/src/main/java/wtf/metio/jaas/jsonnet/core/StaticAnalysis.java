// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wtf.metio.jaas.jsonnet.diagnostics.Checkpoint;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.diagnostics.JsonnetException;
import wtf.metio.jaas.jsonnet.diagnostics.SourceText;
import wtf.metio.jaas.jsonnet.syntax.Expr;
import wtf.metio.jaas.jsonnet.syntax.Expr.BinaryOperator;
import wtf.metio.jaas.jsonnet.syntax.Expr.Clause;
import wtf.metio.jaas.jsonnet.syntax.Expr.Member;

/**
 * Looks through a program for what cannot mean anything: unknown variables, and {@code self},
 * {@code super} and {@code $} outside of objects.
 *
 * <p>One mistake is reported, and if there are several it is the one the reference comes upon
 * first. Its order is not that of the text: an object's fields are looked at before their names, a
 * comprehension's body before its source, {@code in} from right to left.
 */
public final class StaticAnalysis {

  /** How many nodes pass between two looks at the checkpoint. */
  private static final int FUEL = 2_048;

  private static final String SUPER_OUTSIDE = "Can't use super outside of an object.";

  private final SourceText source;
  private final Expr program;
  private final Scope scope;
  private final Checkpoint checkpoint;
  private final Deque<Expr> unfinished = new ArrayDeque<>();
  private boolean inObject;
  private int fuel = FUEL;

  private StaticAnalysis(
      SourceText source, Expr program, Set<String> predefined, Checkpoint checkpoint) {
    this.source = source;
    this.program = program;
    this.scope = new Scope(predefined);
    this.checkpoint = checkpoint;
  }

  /** Checks a program however long it takes. */
  public static void check(SourceText source, Expr program, Set<String> predefined) {
    check(source, program, predefined, Checkpoint.NONE);
  }

  /**
   * Checks a program.
   *
   * @param program as the parser made it from {@code source}
   * @param predefined the variables that mean something everywhere
   * @throws JsonnetException if there is a mistake, or if the checkpoint says to stop
   */
  public static void check(
      SourceText source, Expr program, Set<String> predefined, Checkpoint checkpoint) {
    var analysis = new StaticAnalysis(source, program, predefined, checkpoint);
    try {
      analysis.visit(program);
    } catch (StackOverflowError overflow) {
      // Only on a thread whose stack is smaller than the parser's limit is made for.
      throw new JsonnetException(FailureKind.LIMIT, "the program is nested too deeply");
    }
  }

  /**
   * Follows the first children of a node down in a loop, since chains of operators and calls may be
   * of any length, and comes back for the others.
   */
  private void visit(Expr expr) {
    int mark = unfinished.size();
    @Nullable Expr next = expr;
    while (next != null) {
      spend();
      next = enter(next);
    }
    while (unfinished.size() > mark) {
      finish(unfinished.pop());
    }
  }

  private void spend() {
    if (--fuel == 0) {
      fuel = FUEL;
      checkpoint.check();
    }
  }

  /** Looks at a node up to the child that it returns; without one, all is done. */
  private @Nullable Expr enter(Expr expr) {
    // In the order of how common they are in libraries, since they are tried one after the other.
    return switch (expr) {
      case Expr.Variable e -> variable(e);
      case Expr.StringLiteral e -> null;
      case Expr.Select e -> e.target();
      case Expr.ObjectLiteral e -> object(e);
      case Expr.Apply e -> later(e, e.target());
      case Expr.Function e -> function(e);
      case Expr.Array e -> all(e.elements());
      case Expr.Binary e -> binary(e);
      case Expr.Self e -> needsObject(e, "Can't use self outside of an object.", null);
      case Expr.Dollar e -> needsObject(e, "No top-level object found.", null);
      case Expr.NumberLiteral e -> null;
      case Expr.BooleanLiteral e -> null;
      case Expr.NullLiteral e -> null;
      case Expr.ApplyBrace e -> later(e, e.left());
      case Expr.Conditional e -> conditional(e);
      case Expr.Parens e -> e.inner();
      case Expr.Local e -> local(e);
      case Expr.Index e -> later(e, e.target());
      case Expr.Import e -> null;
      case Expr.Unary e -> e.operand();
      case Expr.Error e -> e.message();
      case Expr.Slice e -> later(e, e.target());
      case Expr.Assert e -> assertion(e);
      case Expr.SuperSelect e -> needsObject(e, SUPER_OUTSIDE, null);
      case Expr.SuperIndex e -> needsObject(e, SUPER_OUTSIDE, e.index());
      case Expr.InSuper e -> needsObject(e, SUPER_OUTSIDE, e.index());
      case Expr.ArrayComprehension e -> comprehension(e.clauses(), () -> visit(e.body()));
      case Expr.ObjectComprehension e -> comprehension(e.clauses(), () -> collected(e));
    };
  }

  private Expr later(Expr expr, Expr first) {
    unfinished.push(expr);
    return first;
  }

  /** Looks at what {@link #enter} left of a node. */
  private void finish(Expr expr) {
    switch (expr) {
      case Expr.Binary e -> visit(e.right());
      case Expr.ApplyBrace e -> visit(e.right());
      case Expr.Index e -> visit(e.index());
      case Expr.Apply e -> e.arguments().forEach(argument -> visit(argument.value()));
      case Expr.Slice e -> {
        visitIfThere(e.from());
        visitIfThere(e.to());
        visitIfThere(e.step());
      }
      case Expr.Local e -> e.binds().forEach(bind -> scope.release(bind.name()));
      case Expr.Function e -> e.parameters().forEach(parameter -> scope.release(parameter.name()));
      default -> throw new IllegalStateException("Nothing was left of " + expr.getClass());
    }
  }

  private void visitIfThere(@Nullable Expr expr) {
    if (expr != null) {
      visit(expr);
    }
  }

  private @Nullable Expr variable(Expr.Variable variable) {
    if (!scope.knows(variable.name())) {
      throw failure(variable, "Unknown variable: " + variable.name());
    }
    return null;
  }

  private @Nullable Expr needsObject(Expr expr, String otherwise, @Nullable Expr next) {
    if (!inObject) {
      throw failure(expr, otherwise);
    }
    return next;
  }

  private Expr binary(Expr.Binary binary) {
    if (binary.operator() != BinaryOperator.IN) {
      return later(binary, binary.left());
    }
    visit(binary.right());
    return binary.left();
  }

  private @Nullable Expr all(List<Expr> elements) {
    elements.forEach(this::visit);
    return null;
  }

  private @Nullable Expr conditional(Expr.Conditional conditional) {
    visit(conditional.condition());
    visit(conditional.yes());
    return conditional.no();
  }

  private Expr assertion(Expr.Assert assertion) {
    visit(assertion.condition());
    @Nullable Expr message = assertion.message();
    if (message == null) {
      return assertion.rest();
    }
    visit(assertion.rest());
    return message;
  }

  private Expr local(Expr.Local local) {
    local.binds().forEach(bind -> scope.bind(bind.name()));
    local.binds().forEach(bind -> visit(bind.body()));
    return later(local, local.body());
  }

  private Expr function(Expr.Function function) {
    function.parameters().forEach(parameter -> scope.bind(parameter.name()));
    function.parameters().forEach(parameter -> visitIfThere(parameter.defaultValue()));
    return later(function, function.body());
  }

  private @Nullable Expr object(Expr.ObjectLiteral object) {
    List<Member> members = object.members();
    boolean outside = inObject;
    inObject = true;
    for (Member member : members) {
      if (member instanceof Member.Local local) {
        scope.bind(local.bind().name());
      }
    }
    locals(members);
    bodies(members);
    assertions(members);
    for (Member member : members) {
      if (member instanceof Member.Local local) {
        scope.release(local.bind().name());
      }
    }
    inObject = outside;
    names(members);
    return null;
  }

  private void locals(List<? extends Member> members) {
    for (Member member : members) {
      if (member instanceof Member.Local local) {
        visit(local.bind().body());
      }
    }
  }

  private void bodies(List<Member> members) {
    for (Member member : members) {
      if (member instanceof Member.Field field) {
        visit(field.body());
      }
    }
  }

  private void assertions(List<Member> members) {
    for (Member member : members) {
      if (member instanceof Member.Assertion assertion) {
        visit(assertion.condition());
        visitIfThere(assertion.message());
      }
    }
  }

  private void names(List<Member> members) {
    for (Member member : members) {
      if (member instanceof Member.Field field) {
        visit(field.name());
      }
    }
  }

  /** The object that every turn of a comprehension makes. */
  private void collected(Expr.ObjectComprehension comprehension) {
    boolean outside = inObject;
    inObject = true;
    comprehension.locals().forEach(local -> scope.bind(local.bind().name()));
    locals(comprehension.locals());
    visit(comprehension.field().body());
    comprehension.locals().forEach(local -> scope.release(local.bind().name()));
    inObject = outside;
    visit(comprehension.field().name());
  }

  /** Binds the variables from the outside in, then looks at the sources from the inside out. */
  private @Nullable Expr comprehension(List<Clause> clauses, Runnable body) {
    for (Clause clause : clauses) {
      switch (clause) {
        case Clause.For loop -> scope.bind(loop.variable());
        case Clause.If filter -> visit(filter.condition());
      }
    }
    body.run();
    for (Clause clause : clauses.reversed()) {
      if (clause instanceof Clause.For loop) {
        scope.release(loop.variable());
        visit(loop.source());
      }
    }
    return null;
  }

  /** A mistake; but a {@code $} outside of all objects comes before any other. */
  private JsonnetException failure(Expr expr, String text) {
    return OutermostDollar.find(program)
        .map(dollar -> place(dollar, "No top-level object found."))
        .orElseGet(() -> place(expr, text));
  }

  private JsonnetException place(Expr expr, String text) {
    return JsonnetException.syntax(source, expr.begin(), expr.end(), text);
  }
}
