// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree as it stands keeps the rules of the house; that each rule bites is shown beside it. */
class ArchitectureTest {

  private static final JavaClasses TREE =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isShipped)
          .importPackages(Rooms.ROOT);

  @ParameterizedTest
  @MethodSource("wtf.metio.jaas.app.ArchitectureRules#all")
  void theTreeKeepsTheRule(Rule rule) {
    EvaluationResult result = rule.evaluate(TREE, SourceTree.has(rule.room()));

    assertThat(result.getFailureReport().getDetails()).as(rule.check().getDescription()).isEmpty();
  }

  @Test
  void everyModuleWithSourcesIsLookedAt() {
    assertThat(SourceTree.packages())
        .allSatisfy(name -> assertThat(TREE.containPackage(name)).as(name).isTrue());
  }

  private static boolean isShipped(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }
}
