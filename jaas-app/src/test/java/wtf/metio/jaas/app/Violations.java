// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import java.util.List;
import java.util.Map;

/**
 * For each rule of the house a small program that breaks it, and the class that the rule blames.
 */
final class Violations {

  private static final String NAMED_TYPE = "public final class %s {}";

  private Violations() {}

  /**
   * A program that breaks one rule.
   *
   * @param blamed the simple name of the class that is at fault
   * @param sources file contents by qualified class name, without the package line
   */
  record Violation(String blamed, Map<String, String> sources) {}

  /** Violations by the name of the rule that they break. */
  static Map<String, List<Violation>> byRule() {
    return Map.ofEntries(
        Map.entry(
            "packages are free of cycles",
            List.of(
                breaking(
                    "First",
                    Map.of(
                        "domain.snippet.First",
                        "public class First { wtf.metio.jaas.domain.source.Second other; }",
                        "domain.source.Second",
                        "public class Second { wtf.metio.jaas.domain.snippet.First other; }")))),
        Map.entry(
            "the domain stands alone",
            List.of(uses("domain.snippet.Snippet", "jsonnet.Engine"), logsFrom("domain.snippet"))),
        Map.entry(
            "the engine stands alone",
            List.of(uses("jsonnet.core.Scope", "domain.snippet.Snippet"), logsFrom("jsonnet.std"))),
        Map.entry(
            "rooms of the engine only look down",
            List.of(
                uses("jsonnet.runtime.Thunk", "jsonnet.std.Strings"),
                uses("jsonnet.runtime.Thunk", "jsonnet.nodes.Apply"),
                uses("jsonnet.text.Numbers", "jsonnet.syntax.Lexer"),
                uses("jsonnet.std.text.Strings", "jsonnet.Engine"),
                alone("jsonnet.drawer.Stray"))),
        Map.entry(
            "rooms of the domain only look down",
            List.of(
                uses("domain.snippet.Snippet", "domain.publication.Publish"),
                alone("domain.drawer.Stray"))),
        Map.entry(
            "the engine is used through its door",
            List.of(uses("evaluator.jsonnet.Adapter", "jsonnet.runtime.Thunk"))),
        Map.entry(
            "adapters do not see each other",
            List.of(
                uses("storage.local.Folder", "storage.s3.Bucket"),
                uses("webhook.Verdict", "operator.watch.Watch"))),
        Map.entry(
            "engines behind the port do not see each other",
            List.of(uses("evaluator.sjsonnet.Adapter", "evaluator.jsonnet.Importers"))),
        Map.entry("nobody sees the app", List.of(uses("evaluator.Permits", "app.settings.Flags"))),
        Map.entry(
            "Spring stays in the app",
            List.of(usesForeign("evaluator.Permits", "org.springframework.stereotype.Service"))),
        Map.entry(
            "the Kubernetes client stays in the operator",
            List.of(usesForeign("webhook.Verdict", "io.kubernetes.client.openapi.Model"))),
        Map.entry(
            "the S3 SDK stays in its store",
            List.of(usesForeign("app.Wiring", "software.amazon.awssdk.services.s3.Client"))),
        Map.entry(
            "metrics libraries stay in telemetry",
            List.of(
                usesForeign("app.render.Handler", "io.micrometer.core.Meter"),
                usesForeign("evaluator.Permits", "io.prometheus.metrics.Counter"))),
        Map.entry(
            "OpenTelemetry stays with the spans",
            List.of(
                usesForeign("app.telemetry.Metrics", "io.opentelemetry.api.Tracer"),
                usesForeign("app.trace.TraceContext", "io.opentelemetry.context.Context"))),
        Map.entry(
            "the URL guard uses the JDK only",
            List.of(uses("source.urlguard.Guard", "domain.source.Address"))),
        Map.entry("render starts without Spring", List.of(renderThatReachesSpring())),
        Map.entry(
            "time and chance are handed in",
            List.of(
                does("evaluator.Clocked", "Object it() { return java.time.Instant.now(); }"),
                does("evaluator.Clocked", "long it() { return System.currentTimeMillis(); }"),
                does("evaluator.Clocked", "void it() throws Exception { Thread.sleep(1); }"),
                does(
                    "evaluator.Clocked",
                    "java.util.function.Supplier<?> it() { return java.time.Instant::now; }"),
                does("evaluator.Clocked", "double it() { return Math.random(); }"))),
        Map.entry(
            "text is formatted for a locale",
            List.of(
                does("app.Speaking", "String it(String text) { return text.toLowerCase(); }"),
                does("app.Speaking", "String it(String text) { return text.toUpperCase(); }"),
                does("app.Speaking", "void it(int count) { System.out.printf(\"%d\", count); }"))),
        Map.entry(
            "exceptions have names",
            List.of(
                does("app.Throwing", "void it() { throw new RuntimeException(\"?\"); }"),
                does("app.Throwing", "void it() throws Exception { throw new Exception(); }"))),
        Map.entry(
            "nobody catches everything",
            List.of(
                does("app.Catching", "void it() { try { run(); } catch (Exception e) { run(); } }"),
                does(
                    "app.Catching",
                    "void it() { try { run(); } catch (RuntimeException e) { run(); } }"))),
        Map.entry("packages are null-marked", List.of(alone("app.unmarked.Careless"))),
        Map.entry(
            "names say the job",
            List.of(
                alone("app.StringUtils"),
                alone("app.SnippetHelper"),
                alone("app.SnippetManager"),
                alone("app.StoreImpl"),
                alone("app.CommonThings"))));
  }

  private static Violation breaking(String blamed, Map<String, String> sources) {
    return new Violation(blamed, sources);
  }

  private static Violation alone(String type) {
    return breaking(simple(type), Map.of(type, named(type)));
  }

  private static Violation does(String type, String method) {
    String body = "public final class " + simple(type) + " { " + method + " void run() {} }";
    return breaking(simple(type), Map.of(type, body));
  }

  private static Violation uses(String user, String used) {
    return usesForeign(user, Rooms.ROOT + "." + used);
  }

  /** The used type need not be on our class path: it is compiled beside its user. */
  private static Violation usesForeign(String user, String used) {
    String body = "public final class " + simple(user) + " { " + used + " field; }";
    return breaking(simple(user), Map.of(user, body, used, named(used)));
  }

  private static Violation logsFrom(String room) {
    return does(
        room + ".Chatty",
        "Object it() { return java.util.logging.Logger.class; } "
            + "Object other() { return javax.script.ScriptException.class; }");
  }

  private static Violation renderThatReachesSpring() {
    return breaking(
        "RenderMain",
        Map.of(
            "app.RenderMain",
            "public final class RenderMain { Middle middle; }",
            "app.Middle",
            "public final class Middle { org.springframework.boot.Application application; }",
            "org.springframework.boot.Application",
            named("org.springframework.boot.Application")));
  }

  private static String named(String type) {
    return NAMED_TYPE.replace("%s", simple(type));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
