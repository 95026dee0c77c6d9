// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static final String NOT_INLINED = "-XX:CompileCommand=dontinline,";

  @TempDir Path scratch;

  private Checkout checkout;

  @BeforeEach
  void aFreshCheckout() throws IOException {
    checkout = new Checkout(scratch);
  }

  @Test
  void theFirstStartBuildsAndSaysSoOnStandardErrorAlone() throws Exception {
    var start = checkout.start("render", "file.jsonnet");

    assertThat(start.exitCode()).isZero();
    assertThat(start.err()).contains("first start").contains("training");
    assertThat(start.out()).noneMatch(line -> line.contains("first start"));
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aSecondStartBuildsNothingAndSaysNothing() throws Exception {
    checkout.start();

    assertThat(checkout.start().err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aChangedSourceIsBuiltAgain() throws Exception {
    checkout.start();
    Path begun;
    try (var layouts = Files.list(checkout.file(".jaas/layouts"))) {
      begun = layouts.findFirst().orElseThrow().resolve("begun");
    }
    var later = Files.getLastModifiedTime(begun).toInstant().plusSeconds(1);
    Files.setLastModifiedTime(checkout.source(), FileTime.from(later));

    assertThat(checkout.start().err()).contains("the sources have changed");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aRemovedSourceIsBuiltAgain() throws Exception {
    checkout.start();
    Files.delete(checkout.source());

    checkout.start();

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void anotherJdkIsBuiltFor() throws Exception {
    checkout.start();
    var other = checkout.jdk("other-jdk", 26);

    checkout.start(Map.of("JAVA_HOME", other.toString()));

    assertThat(checkout.builds()).isEqualTo(2);
    assertThat(Files.readAllLines(checkout.file("builds"))).endsWith(other.toString());
  }

  @Test
  void aFailedBuildEndsTheStartAndLeavesNothingBehind() throws Exception {
    Files.writeString(checkout.file("build-is-broken"), "");

    assertThat(checkout.start().exitCode()).isNotZero();
    assertThat(checkout.file(".jaas/layouts")).isEmptyDirectory();
    assertThat(checkout.file(".jaas/current")).doesNotExist();
  }

  @Test
  void twoFirstStartsAtOnceBuildOnce() throws Exception {
    var one = checkout.begin("jaas", Map.of());
    var two = checkout.begin("jaas", Map.of());

    assertThat(checkout.finished(one).exitCode()).isZero();
    assertThat(checkout.finished(two).exitCode()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void commandsHaveTheLightMainAndTheRestIsTheService() throws Exception {
    assertThat(checkout.start("render", "a b", "*").out())
        .endsWith("wtf.metio.jaas.app.RenderMain", "render", "a b", "*")
        .anyMatch(line -> line.endsWith("/render.aot"));
    for (var arguments :
        List.of(
            List.of("validate", "-f", "a b"),
            List.of("diff", "*"),
            List.of("render", "-m", "a b", "-f", "*"),
            List.of("render", "--filename=a b"))) {
      assertThat(checkout.start(arguments.toArray(String[]::new)).out())
          .containsSequence("wtf.metio.jaas.app.RenderMain", arguments.getFirst())
          .endsWith(arguments.getLast())
          .anyMatch(line -> line.endsWith("/manifests.aot"));
    }
    assertThat(checkout.start("--port", "0").out())
        .endsWith("wtf.metio.jaas.app.JaasApplication", "--port", "0")
        .anyMatch(line -> line.endsWith("/service.aot"));
  }

  @Test
  void optionsForTheJvmComeAfterOurs() throws Exception {
    var start = checkout.start(Map.of("JAVA_OPTS", "-Xmx256m -Dfirst=1"), "--port", "0");

    assertThat(start.out()).containsSubsequence("-XX:MaxRAMPercentage=75", "-Xmx256m", "-Dfirst=1");
  }

  /** The JVM says nothing about a method that it does not know. */
  @Test
  void theMethodsThatTheCompilerIsToldOfAreThere() throws Exception {
    var told =
        checkout.start().out().stream()
            .filter(line -> line.startsWith(NOT_INLINED))
            .map(line -> line.substring(NOT_INLINED.length()).split("::"))
            .toList();

    assertThat(told)
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(Class.forName(method[0]).getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(method[1]));
  }

  @Test
  void aCollectorAskedForReplacesOurs() throws Exception {
    var start = checkout.start(Map.of("JAVA_OPTS", "-XX:+UseParallelGC"));

    assertThat(start.out())
        .contains("-XX:+UseParallelGC")
        .doesNotContain("-XX:+UseG1GC", "-XX:+UseSerialGC");
  }

  @Test
  void aStartWithoutACacheWorksAsWell() throws Exception {
    checkout.start();
    try (var layouts = Files.list(checkout.file(".jaas/layouts"))) {
      Files.delete(layouts.findFirst().orElseThrow().resolve("service.aot"));
    }

    assertThat(checkout.start().out()).noneMatch(line -> line.startsWith("-XX:AOTCache"));
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    var old = checkout.jdk("old-jdk", 17);
    var fit = checkout.jdk(".jdks/some", 25);
    Files.createDirectories(checkout.file(".m2"));
    Files.writeString(
        checkout.file(".m2/toolchains.xml"),
        "<jdkHome>" + old + "</jdkHome>\n<jdkHome>" + fit + "</jdkHome>\n");

    assertThat(checkout.findJdk(Map.of("JAVA_HOME", old.toString())).out())
        .containsExactly(fit.toString());
  }
}
