// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A piece of a program with a type: text and further pieces.
 *
 * @param parts each a {@link String} or a {@link Term}
 */
public record Term(Type type, List<Object> parts) {

  private static final int MAX_STEPS = 2_000;

  /** A term of these parts. */
  static Term of(Type type, Object... parts) {
    return new Term(type, List.of(parts));
  }

  /** The program. */
  public String text() {
    return parts.stream()
        .map(part -> part instanceof Term term ? term.text() : String.valueOf(part))
        .collect(Collectors.joining());
  }

  /** A smaller term that still has a property of this one; what is tried is bounded. */
  public Term shrunk(Predicate<Term> stillHasIt) {
    var smallest = this;
    var steps = 0;
    for (var at = 0; at < smallest.size() && steps < MAX_STEPS; ) {
      var smaller = List.<Term>of();
      for (var candidate : smallest.simplerAt(at)) {
        steps++;
        if (stillHasIt.test(candidate)) {
          smaller = List.of(candidate);
          break;
        }
      }
      if (smaller.isEmpty()) {
        at++;
      } else {
        smallest = smaller.getFirst();
      }
    }
    return smallest;
  }

  /** How many terms there are in here, this one included. */
  private int size() {
    return 1 + children().stream().mapToInt(Term::size).sum();
  }

  private List<Term> children() {
    return parts.stream().filter(Term.class::isInstance).map(Term.class::cast).toList();
  }

  /** This tree with a simpler term at a place, counted from the root in the order of the text. */
  private List<Term> simplerAt(int place) {
    if (place == 0) {
      return simpler();
    }
    var candidates = new ArrayList<Term>();
    var next = place - 1;
    for (var i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Term child) {
        if (next >= 0 && next < child.size()) {
          for (var simpler : child.simplerAt(next)) {
            candidates.add(with(i, simpler));
          }
        }
        next -= child.size();
      }
    }
    return candidates;
  }

  private List<Term> simpler() {
    var candidates = new ArrayList<Term>();
    if (!text().equals(type.simplest)) {
      candidates.add(of(type, type.simplest));
    }
    candidates.addAll(children());
    for (var i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Term child && !child.parts.isEmpty() && parts.size() > 1) {
        candidates.add(with(i, new Term(child.type, List.of())));
      }
    }
    candidates.removeIf(candidate -> candidate.text().length() >= text().length());
    return candidates;
  }

  private Term with(int index, Term part) {
    var changed = new ArrayList<>(parts);
    changed.set(index, part);
    return new Term(type, List.copyOf(changed));
  }
}
