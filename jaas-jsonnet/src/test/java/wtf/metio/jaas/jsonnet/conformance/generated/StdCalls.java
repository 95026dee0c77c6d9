// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet.conformance.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls of the standard library, from a table of signatures.
 *
 * <p>A line of the table is the type of the result, the name, and the parameters as {@code
 * name:TYPE}, with {@code ?} before those that may be left out. {@code ANY} is any type; the other
 * words that are no type name a pool of values made for a purpose.
 */
final class StdCalls {

  private static final Map<String, List<String>> POOLS = pools();
  private static final Map<Type, List<Signature>> BY_RESULT = byResult();

  private final Dice dice;
  private final Expressions expressions;
  private final DocumentTexts documents;

  StdCalls(Dice dice, Expressions expressions) {
    this.dice = dice;
    this.expressions = expressions;
    this.documents = new DocumentTexts(dice);
  }

  /** A function. */
  private record Signature(Type result, String name, List<Parameter> parameters) {}

  /** One of its parameters; the type is the name of a {@link Type} or of a pool. */
  private record Parameter(String name, String type, boolean optional) {}

  Term yielding(Type type, Scope scope, int depth) {
    var fitting = BY_RESULT.getOrDefault(type, List.of());
    if (fitting.isEmpty()) {
      return Literals.of(type, dice);
    }
    var signature = dice.oneOf(fitting);
    var parts = new ArrayList<Object>();
    parts.add("std." + signature.name() + "(");
    var named = dice.percent(6);
    for (var parameter : signature.parameters()) {
      if (parameter.optional() && dice.percent(60)) {
        break;
      }
      named = named || dice.percent(4);
      parts.add((parts.size() > 1 ? ", " : "") + (named ? parameter.name() + "=" : ""));
      parts.add(argument(parameter, scope, depth - 1));
    }
    parts.add(")");
    return Term.of(type, parts.toArray());
  }

  private Term argument(Parameter parameter, Scope scope, int depth) {
    if (parameter.type().equals("SIZE")) {
      return Literals.size(dice);
    }
    if (parameter.type().equals("ANY")) {
      return expressions.any(scope, depth);
    }
    if (dice.percent(70)) {
      switch (parameter.type()) {
        case "YAML" -> {
          return documents.yaml();
        }
        case "JSON" -> {
          return documents.json();
        }
        default -> {}
      }
    }
    var pool = POOLS.get(parameter.type());
    if (pool != null && !dice.percent(5)) {
      return Term.of(Type.STR, dice.oneOf(pool));
    }
    return expressions.of(pool == null ? Type.valueOf(parameter.type()) : Type.STR, scope, depth);
  }

  private static Map<Type, List<Signature>> byResult() {
    return lines("std-calls.txt").stream()
        .map(StdCalls::parse)
        .collect(Collectors.groupingBy(Signature::result));
  }

  private static Signature parse(String line) {
    var words = line.split(" +");
    var parameters = Arrays.stream(words).skip(2).map(StdCalls::parameter).toList();
    return new Signature(Type.valueOf(words[0]), words[1], parameters);
  }

  private static Parameter parameter(String word) {
    var optional = word.startsWith("?");
    var halves = word.substring(optional ? 1 : 0).split(":", 2);
    return new Parameter(halves[0], halves[1], optional);
  }

  private static Map<String, List<String>> pools() {
    return lines("std-pools.txt").stream()
        .map(line -> line.split(" +", 2))
        .collect(
            Collectors.groupingBy(
                halves -> halves[0], Collectors.mapping(halves -> halves[1], Collectors.toList())));
  }

  private static List<String> lines(String resource) {
    try (InputStream in = StdCalls.class.getResourceAsStream("/conformance/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
