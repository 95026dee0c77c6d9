// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static wtf.metio.jaas.app.CodeHabits.callWithoutLocale;
import static wtf.metio.jaas.app.CodeHabits.catchEverything;
import static wtf.metio.jaas.app.CodeHabits.readTheWorldsClockOrDice;
import static wtf.metio.jaas.app.CodeHabits.resideInANullMarkedPackage;
import static wtf.metio.jaas.app.CodeHabits.throwWithoutAName;
import static wtf.metio.jaas.app.Rooms.ROOT;

import java.util.List;
import java.util.Set;

/** The rules of the house, each with its reason. */
final class ArchitectureRules {

  private static final String DOMAIN = ROOT + ".domain..";
  private static final String ENGINE = ROOT + ".jsonnet..";
  private static final String APP = ROOT + ".app..";

  /** The JDK as the domain and the engine may use it; the last one reads a thread's allocations. */
  private static final String[] JDK = {"java..", "org.jspecify..", "com.sun.management.."};

  /** Where foreign code, a program or a request ends, and ours goes on whatever happened in it. */
  private static final Set<String> OUTERMOST_LOOPS =
      Set.of(
          ROOT + ".evaluator.EvaluationRun",
          ROOT + ".jsonnet.NativeValue",
          ROOT + ".operator.feed.Hearing",
          ROOT + ".operator.leader.LeaseElection",
          ROOT + ".work.Workers");

  private ArchitectureRules() {}

  static List<Rule> all() {
    return List.of(
        packagesAreFreeOfCycles(),
        theDomainStandsAlone(),
        theEngineStandsAlone(),
        roomsOfTheEngineOnlyLookDown(),
        roomsOfTheDomainOnlyLookDown(),
        theEngineIsUsedThroughItsDoor(),
        adaptersDoNotSeeEachOther(),
        enginesBehindThePortDoNotSeeEachOther(),
        nobodySeesTheApp(),
        springStaysInTheApp(),
        kubernetesStaysInTheOperator(),
        theS3SdkStaysInItsStore(),
        theUrlGuardUsesTheJdkOnly(),
        metricsLibrariesStayInTelemetry(),
        openTelemetryStaysWithTheSpans(),
        renderStartsWithoutSpring(),
        timeAndChanceAreHandedIn(),
        textIsFormattedForALocale(),
        exceptionsHaveNames(),
        nobodyCatchesEverything(),
        packagesAreNullMarked(),
        namesSayTheJob());
  }

  private static Rule packagesAreFreeOfCycles() {
    return new Rule(
        "packages are free of cycles",
        "",
        slices()
            .matching(ROOT + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("trees without this rule end with a quarter to all of their rooms in one"));
  }

  private static Rule theDomainStandsAlone() {
    return new Rule(
        "the domain stands alone",
        "domain",
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(JDK).or(resideInAPackage(DOMAIN)))
            .because("every rule of the domain is tested without a fake"));
  }

  private static Rule theEngineStandsAlone() {
    return new Rule(
        "the engine stands alone",
        "jsonnet",
        classes()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(JDK).or(resideInAPackage(ENGINE)))
            .because("it can be published and fuzzed alone, and it knows nothing of JaaS"));
  }

  private static Rule roomsOfTheEngineOnlyLookDown() {
    return new Rule(
        "rooms of the engine only look down",
        "jsonnet",
        classes()
            .that()
            .resideInAPackage(ENGINE)
            .should(Rooms.ENGINE.onlyLookDown())
            .because("values that know the standard library are where engines grow their cycle"));
  }

  private static Rule roomsOfTheDomainOnlyLookDown() {
    return new Rule(
        "rooms of the domain only look down",
        "domain",
        classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should(Rooms.DOMAIN.onlyLookDown())
            .because("a snippet can be understood without knowing how it is published"));
  }

  private static Rule theEngineIsUsedThroughItsDoor() {
    return new Rule(
        "the engine is used through its door",
        "evaluator",
        noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat(Rooms.ENGINE.inside(Rooms.BEHIND_THE_DOOR))
            .because("what is behind the door may change without asking anybody"));
  }

  private static Rule adaptersDoNotSeeEachOther() {
    return new Rule(
        "adapters do not see each other",
        "evaluator",
        slices()
            .assignedFrom(
                new NamedSlices(
                    ROOT,
                    "evaluator",
                    "storage.local",
                    "storage.s3",
                    "operator",
                    "webhook",
                    "source",
                    "directory"))
            .should()
            .notDependOnEachOther()
            .because("each must be replaceable alone"));
  }

  private static Rule enginesBehindThePortDoNotSeeEachOther() {
    return new Rule(
        "engines behind the port do not see each other",
        "evaluator.jsonnet",
        slices()
            .assignedFrom(new NamedSlices(ROOT + ".evaluator", "jsonnet", "sjsonnet"))
            .should()
            .notDependOnEachOther()
            .because("the one can be taken away without the other"));
  }

  private static Rule nobodySeesTheApp() {
    return new Rule(
        "nobody sees the app",
        "",
        noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP)
            .because("it wires the others and is known to none of them"));
  }

  private static Rule springStaysInTheApp() {
    return new Rule(
        "Spring stays in the app",
        "",
        noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("wiring is the app's business"));
  }

  private static Rule kubernetesStaysInTheOperator() {
    return new Rule(
        "the Kubernetes client stays in the operator",
        "",
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".operator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.kubernetes..")
            .because("its models are mutable and unannotated; others take domain values"));
  }

  private static Rule theS3SdkStaysInItsStore() {
    return new Rule(
        "the S3 SDK stays in its store",
        "",
        noClasses()
            .that(
                resideOutsideOfPackages(ROOT + ".storage.s3..")
                    .and(CodeHabits.notNamed(ROOT + ".app.S3StoreWiring")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..", "io.awspring..")
            .because("a store is known by its port; one wiring class makes the client"));
  }

  private static Rule theUrlGuardUsesTheJdkOnly() {
    return new Rule(
        "the URL guard uses the JDK only",
        "source.urlguard",
        classes()
            .that()
            .resideInAPackage("..urlguard..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "..urlguard.."))
            .because("what keeps requests inside is fuzzed and reasoned about in isolation"));
  }

  private static Rule metricsLibrariesStayInTelemetry() {
    return new Rule(
        "metrics libraries stay in telemetry",
        "app.telemetry",
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".app.telemetry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..")
            .because("names of metrics are a contract that is kept in one place"));
  }

  private static Rule openTelemetryStaysWithTheSpans() {
    return new Rule(
        "OpenTelemetry stays with the spans",
        "app.telemetry.spans",
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".app.telemetry.spans..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..")
            .because("none of it is loaded unless somebody wants spans"));
  }

  private static Rule renderStartsWithoutSpring() {
    return new Rule(
        "render starts without Spring",
        "app.RenderMain",
        noClasses()
            .that()
            .haveFullyQualifiedName(ROOT + ".app.RenderMain")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "picocli..", "org.apache.catalina..")
            .because("a command that renders one file may not wait for a service to start"));
  }

  private static Rule timeAndChanceAreHandedIn() {
    return new Rule(
        "time and chance are handed in",
        "",
        classes()
            .that()
            .resideOutsideOfPackage(APP)
            .should(readTheWorldsClockOrDice())
            .because("a test owns the clock and the seed"));
  }

  private static Rule textIsFormattedForALocale() {
    return new Rule(
        "text is formatted for a locale",
        "",
        classes()
            .should(callWithoutLocale())
            .because("the same program gives the same bytes on a Turkish machine"));
  }

  private static Rule exceptionsHaveNames() {
    return new Rule(
        "exceptions have names",
        "",
        classes()
            .should(throwWithoutAName())
            .because("a caller acts on what is wrong, not on a sentence"));
  }

  private static Rule nobodyCatchesEverything() {
    return new Rule(
        "nobody catches everything",
        "",
        classes()
            .should(catchEverything(OUTERMOST_LOOPS))
            .because("it hides our own mistakes; only named outermost loops must go on"));
  }

  private static Rule packagesAreNullMarked() {
    return new Rule(
        "packages are null-marked",
        "",
        classes()
            .should(resideInANullMarkedPackage())
            .because("absence is compiled, not hoped for"));
  }

  private static Rule namesSayTheJob() {
    return new Rule(
        "names say the job",
        "",
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Common")
            .because("classes without a job become everybody's drawer"));
  }
}
