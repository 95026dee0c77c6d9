// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of one module in the order in which they may know each other.
 *
 * @param module the package of the module below the root
 * @param floors rooms from the bottom up; a room may use what is below it and its own floor
 */
record Rooms(String module, List<Set<String>> floors) {

  static final String ROOT = "wtf.metio.jaas";

  /**
   * The rooms of the engine; its front door, the package of the module itself, is the top floor.
   */
  static final Rooms ENGINE =
      new Rooms(
          "jsonnet",
          List.of(
              Set.of("text", "gotext", "math", "diagnostics", "imports", "natives"),
              Set.of("syntax"),
              Set.of("core", "lookup"),
              Set.of("runtime"),
              Set.of("manifest"),
              Set.of("operators"),
              Set.of("nodes"),
              Set.of("compile", "std"),
              Set.of("profile"),
              Set.of("")));

  /** Rooms of the engine that nobody else may enter. */
  static final Set<String> BEHIND_THE_DOOR =
      Set.of(
          "text",
          "math",
          "syntax",
          "core",
          "lookup",
          "runtime",
          "manifest",
          "operators",
          "nodes",
          "compile",
          "std");

  /** The rooms of the domain. */
  static final Rooms DOMAIN =
      new Rooms(
          "domain",
          List.of(
              Set.of("condition", "notation"),
              Set.of("snippet", "source"),
              Set.of("graph", "evaluation", "archive"),
              Set.of("artifact"),
              Set.of("publication")));

  /** Holds for a class that uses nothing from a floor above its own. */
  ArchCondition<JavaClass> onlyLookDown() {
    return new ArchCondition<>("only use rooms on their own floor or below") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        if (floor(subject).isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(
                  subject, subject.getName() + " lives in a room without a floor"));
        }
        subject.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> looksUp(dependency))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(subject, dependency.getDescription())));
      }
    };
  }

  private boolean looksUp(Dependency dependency) {
    Optional<Integer> from = floor(dependency.getOriginClass());
    Optional<Integer> to = floor(dependency.getTargetClass());
    return from.isPresent() && to.isPresent() && to.get() > from.get();
  }

  private Optional<Integer> floor(JavaClass subject) {
    return room(subject).flatMap(this::floorOf);
  }

  private Optional<Integer> floorOf(String room) {
    for (int floor = 0; floor < floors.size(); floor++) {
      if (floors.get(floor).contains(room)) {
        return Optional.of(floor);
      }
    }
    return Optional.empty();
  }

  /** The first word below the module: rooms inside rooms share a floor. */
  private Optional<String> room(JavaClass subject) {
    String prefix = ROOT + "." + module;
    String home = subject.getPackageName();
    if (home.equals(prefix)) {
      return Optional.of("");
    }
    if (!home.startsWith(prefix + ".")) {
      return Optional.empty();
    }
    String below = home.substring(prefix.length() + 1);
    int dot = below.indexOf('.');
    return Optional.of(dot < 0 ? below : below.substring(0, dot));
  }

  /** Classes in one of these rooms of the module, or in a room inside them. */
  DescribedPredicate<JavaClass> inside(Set<String> rooms) {
    return DescribedPredicate.describe(
        "inside " + module + "." + rooms,
        subject -> room(subject).filter(rooms::contains).isPresent());
  }
}
