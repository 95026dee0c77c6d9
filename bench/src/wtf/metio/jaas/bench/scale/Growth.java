// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.scale;

import java.util.List;
import java.util.Map;

/**
 * A program of a size.
 *
 * @param name as the table shows it
 * @param source the program, with {@code $n} for the size
 * @param sizes ascending, each ten times the one before
 */
record Growth(String name, String source, List<Integer> sizes) {

  private static final List<Integer> LARGE = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final List<Integer> FIELDS = List.of(1_000, 10_000, 100_000);
  private static final List<Integer> CHAIN = List.of(10, 100, 1_000, 10_000);
  private static final List<Integer> TEXT = List.of(50_000, 500_000, 5_000_000, 50_000_000);

  /** What stands as often as the size says, with its number for a hash. */
  private static final Map<String, String> LITERALS =
      Map.of(
          "$chain",
          " + { f#: # }",
          "$items",
          "#, ",
          "$members",
          "f#: #, ",
          "$lets",
          "local x# = #; ");

  private static final String PANELS =
      """
      local g = import 'github.com/grafana/grafonnet/gen/grafonnet-latest/main.libsonnet';
      local panel(i) =
        g.panel.timeSeries.new('Panel %d' % i)
        + g.panel.timeSeries.queryOptions.withTargets([
          g.query.prometheus.new('prometheus', 'sum(rate(requests_total{instance="%d"}[5m]))' % i)
          + g.query.prometheus.withLegendFormat('{{instance}}'),
        ])
        + g.panel.timeSeries.standardOptions.withUnit('reqps')
        + g.panel.timeSeries.options.legend.withDisplayMode('table')
        + g.panel.timeSeries.gridPos.withW(12)
        + g.panel.timeSeries.gridPos.withH(8);
      [panel(i) for i in std.range(1, $n)]
      """;

  /** An array of panels; needs the library grafonnet. */
  static Growth panels() {
    return new Growth("grafonnet panels", PANELS, List.of(10, 100, 1_000, 10_000));
  }

  /** What needs no library. */
  static List<Growth> all() {
    return List.of(
        // -- objects put on top of each other
        of("a + b + ...", CHAIN, "local o = {}$chain; o.f0 + std.length(o)"),
        of("foldl of +", CHAIN, fold("{ ['f' + i]: i }") + "[o.f1, std.length(o)]"),
        of("foldl of +, written", CHAIN, fold("{ ['f' + i]: i }") + "o"),
        of("foldl of +:", CHAIN, fold("{ a+: { ['f' + i]: i } }") + "o"),
        of("foldl of + with super", CHAIN, fold("{ v: super.v + 1 }", "{ v: 0 }") + "o.v"),
        of("foldl of + with self", CHAIN, fold("{ ['f' + i]: self.v }", "{ v: 0 }") + "o"),
        of("foldl of + with assert", CHAIN, fold("{ assert self.v == 0 }", "{ v: 0 }") + "o.v"),
        of("foldl of +, read each time", CHAIN, fold("{ n: i + acc.n }", "{ n: 0 }") + "o.n"),
        // -- fields
        of("fields", FIELDS, "{ ['f' + i]: i for i in std.range(1, $n) }"),
        of("fields, all looked up", FIELDS, fields("std.foldl(function(a, f) a + o[f], fs, 0)")),
        of("fields, objectHas", FIELDS, fields("std.all([std.objectHas(o, f) for f in fs])")),
        of("fields + fields", FIELDS, fields("std.length(o + { [f]+: 1 for f in fs })")),
        of("fields, self", FIELDS, "{ a:: 1 } + { ['f' + i]: self.a for i in std.range(1, $n) }"),
        of("mergePatch", FIELDS, fields("std.length(std.mergePatch(o, o { x: 1 }))")),
        of("objectValues", FIELDS, fields("std.sum(std.objectValues(o))")),
        of("mapWithKey", FIELDS, fields("std.mapWithKey(function(k, v) v + 1, o)")),
        of("prune", FIELDS, fields("std.length(std.prune(o))")),
        of("objects equal", FIELDS, fields("o == { ['f' + i]: i for i in std.range(1, $n) }")),
        // -- arrays
        of("array written", LARGE, "std.range(1, $n)"),
        of("comprehension", LARGE, "std.length([x * 2 for x in std.range(1, $n) if x % 2 == 0])"),
        of(
            "map, filter, foldl",
            LARGE,
            "std.sum(" + over("std.filter(odd, std.map(inc, a))") + ")"),
        of("sort", LARGE, over("std.sort([(x * 7919) % $n for x in a])[0]")),
        of("set, setUnion", LARGE, over("std.length(std.setUnion(std.set(a), std.set(a)))")),
        of("setMember", LARGE, over("std.setMember($n, a)")),
        of("uniq, reverse, slice", LARGE, over("std.length(std.uniq(std.reverse(a))[1:$n:2])")),
        of(
            "foldl of array +",
            CHAIN,
            "std.length(std.foldl(function(a, i) a + [i], %s, []))".formatted("std.range(1, $n)")),
        of("flatMap", LARGE, over("std.length(std.flatMap(function(x) [x, x], a))")),
        of("arrays equal", LARGE, over("a == std.map(function(x) x, a)")),
        of("array joined", LARGE, over("std.length(std.join(',', std.map(std.toString, a)))")),
        of(
            "recursion in tail",
            FIELDS,
            "local f(n, s=0) = if n == 0 then s else" + " f(n - 1, s + n) tailstrict; f($n)"),
        // -- texts
        of("text written", TEXT, text("s")),
        of("text, length", TEXT, text("std.length(s)")),
        of(
            "text + in foldl",
            LARGE,
            "std.length(std.foldl(function(s, i) s + 'x', %s, ''))".formatted("std.range(1, $n)")),
        of("text, strReplace", TEXT, text("std.length(std.strReplace(s, 'b', 'xyz'))")),
        of("text, split", TEXT, text("std.length(std.split(s, 'j'))")),
        of("text, substr", TEXT, text("std.substr(s, $n / 2, 10) + s[$n - 5:] + s[$n / 2]")),
        of("text, asciiUpper, md5", TEXT, text("std.md5(std.asciiUpper(s))")),
        of("text, base64", List.of(50_000, 500_000, 5_000_000), text("std.length(std.base64(s))")),
        of("text, format", TEXT, text("std.length('<%s>' % s)")),
        of("text, stringChars", LARGE, text("std.length(std.stringChars(s))")),
        of("text, escaped", List.of(50_000, 500_000, 5_000_000), text("[s + '\\n\"\\u00e9']")),
        of(
            "manifestJson, parseJson",
            FIELDS,
            "std.length(std.parseJson(std.manifestJson("
                + "{ ['f' + i]: [i] for i in std.range(1, $n) })))"),
        of(
            "manifestYamlDoc",
            FIELDS,
            "std.length(std.manifestYamlDoc(" + "{ ['f' + i]: [i] for i in std.range(1, $n) }))"),
        // -- sources
        of("array literal", FIELDS, "std.length([$items])"),
        of("object literal", FIELDS, "std.length({ $members })"),
        of("nested lets", List.of(10, 100, 1_000), "$lets 0"));
  }

  private static Growth of(String name, List<Integer> sizes, String source) {
    return new Growth(name, source, sizes);
  }

  private static String fold(String object) {
    return fold(object, "{}");
  }

  private static String fold(String object, String first) {
    return "local o = std.foldl(function(acc, i) acc + %s, std.range(1, $n), %s); "
        .formatted(object, first);
  }

  private static String fields(String use) {
    return "local o = { ['f' + i]: i for i in std.range(1, $n) }, fs = std.objectFields(o); " + use;
  }

  private static String over(String use) {
    return "local a = std.range(1, $n), odd(x) = x % 2 == 1, inc(x) = x + 1; " + use;
  }

  private static String text(String use) {
    return "local s = std.repeat('abcdefghij', $n / 10); " + use;
  }

  /** The program at a size. */
  String at(int size) {
    var text = source;
    for (var literal : LITERALS.entrySet()) {
      if (text.contains(literal.getKey())) {
        text = text.replace(literal.getKey(), repeated(size, literal.getValue()));
      }
    }
    return text.replace("$n", String.valueOf(size));
  }

  private static String repeated(int size, String pattern) {
    var text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(pattern.replace("#", String.valueOf(i)));
    }
    return text.toString();
  }
}
