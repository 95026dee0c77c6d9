// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.jsonnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wtf.metio.jaas.jsonnet.diagnostics.FailureKind;
import wtf.metio.jaas.jsonnet.imports.MemoryImporter;
import wtf.metio.jaas.jsonnet.natives.Json;
import wtf.metio.jaas.jsonnet.natives.NativeFunction;
import wtf.metio.jaas.jsonnet.profile.Entry;
import wtf.metio.jaas.jsonnet.profile.FileUse;
import wtf.metio.jaas.jsonnet.profile.FoldedStacks;
import wtf.metio.jaas.jsonnet.profile.JsonPage;
import wtf.metio.jaas.jsonnet.profile.Kind;
import wtf.metio.jaas.jsonnet.profile.Profile;
import wtf.metio.jaas.jsonnet.profile.Spot;
import wtf.metio.jaas.jsonnet.profile.StackTime;

@Timeout(60)
class ProfileTest {

  private static final String FIBONACCI =
      "local fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2);\nfib(10)";

  private final Engine engine =
      new Engine(
          List.of(new NativeFunction("twice", List.of("x"), (given, checkpoint) -> twice(given))));

  private static Json twice(List<Json> given) {
    return new Json.Arr(List.of(given.getFirst(), given.getFirst()));
  }

  @Test
  void aFunctionIsNamedByWhatItIsBoundTo() {
    var profile =
        profile(
            """
            local g = {
              panel: {
                new(title): { title: title },
              },
            };
            local plain = function(x) x;
            [g.panel.new(i).title + plain(1) for i in [1, 2, 3]]
            """);

    assertThat(entry(profile, "g.panel.new").calls()).isEqualTo(3);
    assertThat(entry(profile, "g.panel.new").kind()).isEqualTo(Kind.FUNCTION);
    assertThat(entry(profile, "g.panel.new").spot()).isEqualTo(new Spot("main.jsonnet", 3, 5));
    assertThat(entry(profile, "plain").calls()).isEqualTo(3);
    assertThat(entry(profile, "plain").spot()).isEqualTo(new Spot("main.jsonnet", 6, 7));
  }

  @Test
  void aFunctionWithoutANameIsNamedByWhatItStandsIn() {
    var profile = profile("{ a: std.map(function(x) x + 1, [1, 2]), b: (function() 1)() }");

    assertThat(entry(profile, "a.<function>").calls()).isEqualTo(2);
    assertThat(entry(profile, "b.<function>").calls()).isEqualTo(1);
  }

  @Test
  void eachCallOfARecursiveFunctionCountsAndItsTimeCountsOnce() {
    var profile = profile(FIBONACCI);

    var fib = entry(profile, "fib");
    assertThat(fib.calls()).isEqualTo(177);
    assertThat(fib.totalNanos()).isLessThanOrEqualTo(profile.costs().wallNanos());
    assertThat(fib.totalNanos()).isGreaterThanOrEqualTo(fib.selfNanos());
    assertThat(profile.calls())
        .filteredOn(call -> call.target().equals("fib"))
        .extracting(call -> call.spot().line() + ":" + call.spot().column() + "=" + call.count())
        .containsExactlyInAnyOrder("1:37=88", "1:50=88", "2:1=1");
  }

  @Test
  void callsThatTakeThePlaceOfTheirCallerCountAsWell() {
    var profile =
        profile(
            "local down(n) = if n == 0 then 'done' else down(n - 1) tailstrict;"
                + " down(2000) tailstrict");

    assertThat(entry(profile, "down").calls()).isEqualTo(2001);
  }

  @Test
  void functionsOfTheLibraryCountHoweverTheyAreReached() {
    var profile =
        profile(
            """
            local s = std;
            [
              std.length('a'), std.map(std.length, ['a', 'b']), s.length('c'),
              std.foldl(function(sum, x) sum + x, [1, 2, 3], 0), '%d' % 5, [1, 2, 3][1:],
            ]
            """);

    assertThat(entry(profile, "std.length").calls()).isEqualTo(4);
    assertThat(entry(profile, "std.length").kind()).isEqualTo(Kind.STANDARD);
    assertThat(entry(profile, "std.foldl").calls()).isEqualTo(1);
    assertThat(entry(profile, "std.mod, %").calls()).isEqualTo(1);
    assertThat(entry(profile, "std.slice, [:]").calls()).isEqualTo(1);
  }

  @Test
  void functionsOfTheHostCount() {
    var profile = profile("[std.native('twice')(i) for i in [1, 2, 3]]");

    assertThat(entry(profile, "twice").calls()).isEqualTo(3);
    assertThat(entry(profile, "twice").kind()).isEqualTo(Kind.NATIVE);
  }

  @Test
  void fieldsAndVariablesCountAsOftenAsTheyAreComputed() {
    var profile =
        profile(
            """
            local once = std.length([1, 2]);
            local object = { shared: once + 1, ['k' + once]: once + 2 };
            [object.shared, object.shared, (object { more: 1 }).shared, object.k2]
            """);

    assertThat(entry(profile, "once").calls()).isEqualTo(1);
    assertThat(entry(profile, "once").kind()).isEqualTo(Kind.VARIABLE);
    assertThat(entry(profile, "object.shared").calls()).isEqualTo(2);
    assertThat(entry(profile, "object.shared").kind()).isEqualTo(Kind.FIELD);
    assertThat(entry(profile, "object.['k' + once]").calls()).isEqualTo(1);
  }

  @Test
  void anArgumentIsTimeOfThePieceThatItStandsIn() {
    var profile =
        profile(
            "local late(x) = x, early(n) = late(std.foldl(function(a, b) a + b, std.range(1, n),"
                + " 0)); early(1000)");

    // Each round is a step of the library; what is left of the argument is in its own function.
    assertThat(entry(profile, "early").steps()).isGreaterThan(0);
    assertThat(entry(profile, "early").calls()).isEqualTo(1);
    assertThat(stackOf(profile, "std.foldl"))
        .containsSubsequence("early (main.jsonnet:1)", "late (main.jsonnet:1)")
        .endsWith("early (main.jsonnet:1)", "std.foldl");
  }

  @Test
  void aValueThatIsAtHandIsHandedOnAsItIs() {
    // A thunk around each variable would be as deep as the recursion once it is computed.
    var profile = profile("local f(n, x) = if n == 0 then x else f(n - 1, x); f(300, 1 + 1)");

    assertThat(entry(profile, "f").calls()).isEqualTo(301);
  }

  private static List<String> stackOf(Profile profile, String innermost) {
    return profile.stacks().stream()
        .map(StackTime::frames)
        .filter(frames -> frames.getLast().equals(innermost))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anImportThatIsUsedTwiceIsReadAndRunOnce() {
    var files = Map.of("lib", "{ f(x): x + 1, unused: 1 + 1 }", "text", "four");
    var profile =
        profile(
            "[(import 'lib').f(1), (import 'lib').f(2), importstr 'text', (import 'lib').f(3)]",
            files);

    var lib = file(profile, "lib");
    assertThat(lib.imports()).isEqualTo(3);
    assertThat(lib.bytes()).isEqualTo(files.get("lib").length());
    assertThat(lib.parseNanos()).isPositive();
    assertThat(lib.pieces()).isEqualTo(2);
    assertThat(lib.used()).isEqualTo(1);
    assertThat(file(profile, "text").imports()).isEqualTo(1);
    assertThat(file(profile, "text").bytes()).isEqualTo(4);
    assertThat(file(profile, "text").parseNanos()).isZero();
    assertThat(file(profile, "main.jsonnet").imports()).isZero();
    assertThat(profile.entries())
        .filteredOn(entry -> entry.kind() == Kind.PARSING && entry.name().endsWith("lib"))
        .extracting(Entry::calls)
        .containsExactly(1L);
  }

  @Test
  void selfTimesAddUpToTheWallTime() {
    var profile =
        profile(
            "local f(n) = if n == 0 then 0 else 1 + f(n - 1); [f(i) for i in std.range(1, 300)]");

    var costs = profile.costs();
    assertThat((double) profile.selfNanos() + costs.profilingNanos())
        .isCloseTo(costs.wallNanos(), within(costs.wallNanos() * 0.1));
    assertThat(profile.stacks().stream().mapToLong(StackTime::selfNanos).sum())
        .isCloseTo(profile.selfNanos(), within(profile.selfNanos() / 10));
  }

  @Test
  void stepsAreThoseOfTheEvaluation() {
    var job = job("[std.length(std.toString(i)) for i in std.range(1, 5000)]", Map.of());

    var profiled = engine.profile(job, false);

    assertThat(profiled.profile().costs().steps()).isEqualTo(profiled.outcome().usage().steps());
    assertThat(profiled.outcome().usage().steps()).isEqualTo(engine.evaluate(job).usage().steps());
  }

  @Test
  void aProgramThatFailsHasAProfileUntilThen() {
    var job =
        job(
            "local inner(n) = if n == 0 then error 'no luck' else inner(n - 1); { a: [inner(5)] }",
            Map.of());

    var profiled = engine.profile(job, true);

    assertThat(profiled.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(trace(profiled.outcome())).isEqualTo(trace(engine.evaluate(job)));
    assertThat(profiled.profile().ending()).isEqualTo("RUNTIME ERROR: no luck");
    var inner = entry(profiled.profile(), "inner");
    assertThat(inner.calls()).isEqualTo(6);
    assertThat(inner.totalNanos()).isLessThanOrEqualTo(profiled.profile().costs().wallNanos());
  }

  @Test
  void aProgramThatIsEndedHasAProfileUntilThen() {
    var endless = "local f(n) = f(n + 1) tailstrict; f(0) tailstrict";
    long[] asked = {0};

    var cancelled = engine.profile(job(endless, Limits.DEFAULTS, () -> ++asked[0] > 100), false);
    var timedOut =
        engine.profile(
            job(endless, Limits.DEFAULTS.withTimeout(Duration.ofMillis(50)), () -> false), false);

    assertThat(kind(cancelled)).isEqualTo(FailureKind.CANCELLED);
    assertThat(entry(cancelled.profile(), "f").calls()).isGreaterThan(10_000);
    assertThat(kind(timedOut)).isEqualTo(FailureKind.TIMEOUT);
    assertThat(entry(timedOut.profile(), "f").calls()).isPositive();
  }

  @Test
  void aProgramWithoutEndOfItsStackHasAProfileUntilThen() {
    var profiled = engine.profile(job("local f(n) = 1 + f(n + 1); f(0)", Map.of()), false);

    assertThat(kind(profiled)).isEqualTo(FailureKind.LIMIT);
    assertThat(entry(profiled.profile(), "f").calls()).isBetween(100L, 500L);
  }

  @Test
  void aTextThatIsNoProgramHasAProfile() {
    var profiled = engine.profile(job("{", Map.of()), false);

    assertThat(kind(profiled)).isEqualTo(FailureKind.SYNTAX);
    assertThat(profiled.profile().entries())
        .extracting(Entry::kind)
        .containsExactlyInAnyOrder(Kind.OUTPUT, Kind.PARSING);
  }

  @Test
  void aWatchedProgramIsKeptByNoCacheAndTakenFromNone() {
    var job = job("{ a: 1 }", Map.of());

    engine.profile(job, false);
    assertThat(engine.programCache().bytes()).isZero();

    engine.evaluate(job);
    assertThat(engine.programCache().bytes()).isPositive();
    assertThat(engine.profile(job, false).profile().entries())
        .extracting(Entry::kind)
        .contains(Kind.PARSING);
  }

  @Test
  void whatIsGivenFromOutsideIsAFileOfItsOwn() {
    var given = Map.<String, Binding>of("x", new Binding.Code("local f(n) = n; f(1) + f(2)"));
    var plain = job("function(x) x", Map.of());
    var job =
        new Job(
            plain.label(),
            plain.fileName(),
            plain.source(),
            plain.importer(),
            Map.of(),
            given,
            plain.limits(),
            plain.form(),
            plain.cancelled(),
            plain.memory(),
            plain.traceSink());

    var profile = engine.profile(job, false).profile();

    assertThat(entry(profile, "f").spot()).isEqualTo(new Spot("<top-level-arg:x>", 1, 7));
    assertThat(entry(profile, "f").calls()).isEqualTo(2);
    assertThat(file(profile, "<top-level-arg:x>").pieces()).isEqualTo(1);
  }

  @Test
  void sumsThatAreLookedAtBetweenAdditionsAreMeasured() {
    var profile =
        profile(
            """
            {
              flat: std.length(std.foldl(function(all, i) all + [i], std.range(1, 200), [])),
              seen: std.length(std.foldl(
                function(all, i) if std.member(all, -1) then all else all + [i], std.range(1, 200), []
              )),
            }
            """);

    // From 64 elements on, an array is put together only when somebody looks at it.
    assertThat(profile.growths())
        .extracting(growth -> growth.spot().line() + ": " + growth.copied())
        .containsExactly("4: " + (199 * 200 / 2 - 63 * 64 / 2));
  }

  @Test
  void thePageForProgramsIsADocumentWithTheSameFigures() {
    var profile = profile(FIBONACCI + " + { ['\"\t\\\\ö']: 1 + 1 }['\"\t\\\\ö']");

    var read =
        engine.evaluate(
            job(
                "local page = "
                    + JsonPage.of(profile)
                    + "; local fib = [e for e in page.entries if e.name == 'fib'][0];"
                    + " [page.program, fib.kind, fib.calls, fib.line, fib.selfNanos, page.steps,"
                    + " page.files[0].bytes, page.calls[0].target, page.hints,"
                    + " std.count([e.kind for e in page.entries], 'field')]",
                Map.of()));

    var fib = entry(profile, "fib");
    assertThat(text(read).replaceAll("\\s", ""))
        .isEqualTo(
            "[\"main.jsonnet\",\"function\",177,1,"
                + fib.selfNanos()
                + ','
                + profile.costs().steps()
                + ','
                + profile.files().getFirst().bytes()
                + ",\"fib\",[],1]");
  }

  @Test
  void aPageOfStacksIsWhatToolsForFlameGraphsRead() {
    var page = FoldedStacks.of(profile(FIBONACCI));

    assertThat(page.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("[^;]+(;[^;]+)* [1-9][0-9]*"));
    assertThat(page).contains(";fib (main.jsonnet:1);fib (main.jsonnet:1) ");
  }

  private static String trace(Outcome outcome) {
    return FailureText.compatible(((Outcome.Failed) outcome).failure(), 0);
  }

  private static FailureKind kind(Profiled profiled) {
    return ((Outcome.Failed) profiled.outcome()).failure().kind();
  }

  private Profile profile(String program) {
    return profile(program, Map.of());
  }

  private Profile profile(String program, Map<String, String> files) {
    var profiled = engine.profile(job(program, files), true);
    assertThat(text(profiled.outcome())).isEqualTo(text(engine.evaluate(job(program, files))));
    return profiled.profile();
  }

  private static String text(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
    var output = ((Outcome.Rendered) outcome).output();
    return new String(((Output.Text) output).bytes(), StandardCharsets.UTF_8);
  }

  private static Job job(String program, Map<String, String> files) {
    var source = program.getBytes(StandardCharsets.UTF_8);
    return Job.of("main.jsonnet", source, MemoryImporter.of(files));
  }

  private static Job job(String program, Limits limits, BooleanSupplier cancelled) {
    var plain = job(program, Map.of());
    return new Job(
        plain.label(),
        plain.fileName(),
        plain.source(),
        plain.importer(),
        Map.of(),
        Map.of(),
        limits,
        plain.form(),
        cancelled,
        plain.memory(),
        plain.traceSink());
  }

  private static Entry entry(Profile profile, String name) {
    assertThat(profile.entries()).extracting(Entry::name).contains(name);
    return profile.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static FileUse file(Profile profile, String name) {
    return profile.files().stream()
        .filter(file -> file.file().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
