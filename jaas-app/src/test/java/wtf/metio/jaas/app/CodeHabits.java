// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Conditions on what the code of a class does; each lists what it found as a violation. */
final class CodeHabits {

  private static final Set<String> WORLD =
      Set.of(
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.lang.System.currentTimeMillis()",
          "java.lang.Thread.sleep(long)",
          "java.lang.Thread.sleep(long, int)",
          "java.lang.Thread.sleep(java.time.Duration)",
          "java.lang.Math.random()",
          "java.util.Date.<init>()",
          "java.util.Random.<init>()");

  /** Formats of strings alone need no locale; the compiler's check {@code DefaultLocale} knows. */
  private static final Set<String> WITHOUT_LOCALE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
          "java.util.Formatter.<init>()");

  private static final Set<String> NAMELESS =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private CodeHabits() {}

  static ArchCondition<JavaClass> readTheWorldsClockOrDice() {
    return without("read no clock and roll no dice of their own", subject -> calls(subject, WORLD));
  }

  static ArchCondition<JavaClass> callWithoutLocale() {
    return without(
        "name the locale of a text they make", subject -> calls(subject, WITHOUT_LOCALE));
  }

  static ArchCondition<JavaClass> throwWithoutAName() {
    return without(
        "throw exceptions of a name of their own",
        subject ->
            subject.getConstructorCallsFromSelf().stream()
                .filter(call -> NAMELESS.contains(call.getTargetOwner().getName()))
                .filter(call -> !isSuperCall(call))
                .map(JavaAccess::getDescription));
  }

  /**
   * Looks for {@code catch (Exception)} and {@code catch (RuntimeException)}. One of {@code
   * Throwable} cannot be told from what the compiler adds to try-with-resources.
   */
  static ArchCondition<JavaClass> catchEverything(Set<String> allowed) {
    return without(
        "catch what they can name",
        subject ->
            subject.getCodeUnits().stream()
                .filter(unit -> !allowed.contains(subject.getName()))
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .filter(CodeHabits::isForEverything)
                .map(block -> "Everything is caught at " + block.getSourceCodeLocation()));
  }

  static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return without(
        "live in a package whose package-info is null-marked",
        subject ->
            subject.getPackage().isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of(subject.getName() + " lives in a package without @NullMarked"));
  }

  static DescribedPredicate<JavaClass> notNamed(String name) {
    return DescribedPredicate.describe(
        "not " + name,
        subject -> !subject.getName().equals(name) && !subject.getName().startsWith(name + "$"));
  }

  private static ArchCondition<JavaClass> without(
      String description, Function<JavaClass, Stream<String>> violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        violations
            .apply(subject)
            .forEach(found -> events.add(SimpleConditionEvent.violated(subject, found)));
      }
    };
  }

  /** Method references count: they are calls that happen later. */
  private static Stream<String> calls(JavaClass subject, Set<String> forbidden) {
    return subject.getAccessesFromSelf().stream()
        .filter(access -> forbidden.contains(signature(access)))
        .map(JavaAccess::getDescription);
  }

  private static String signature(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
        ? target.getOwner().getName()
            + "."
            + target.getName()
            + "("
            + String.join(
                ", ", target.getRawParameterTypes().stream().map(JavaClass::getName).toList())
            + ")"
        : "";
  }

  private static boolean isSuperCall(JavaConstructorCall call) {
    JavaCodeUnit origin = call.getOrigin();
    return origin.isConstructor()
        && origin
            .getOwner()
            .getRawSuperclass()
            .filter(parent -> parent.equals(call.getTargetOwner()))
            .isPresent();
  }

  private static boolean isForEverything(TryCatchBlock block) {
    return block.getCaughtThrowables().stream()
        .anyMatch(
            caught ->
                caught.isEquivalentTo(Exception.class)
                    || caught.isEquivalentTo(RuntimeException.class));
  }
}
