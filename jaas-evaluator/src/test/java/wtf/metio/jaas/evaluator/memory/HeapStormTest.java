// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.evaluator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a real and small heap, in a process of its own. */
@Timeout(120)
class HeapStormTest {

  private static final int ROUNDS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC", "-XX:+UseParallelGC"})
  void greedyProgramsEndAndModestOnesDoNotNotice(String collector) throws Exception {
    var lines = storm(collector);

    assertThat(lines).contains("modest rendered " + ROUNDS);
    // The growing one takes more than a little, so it may be the greediest when memory runs short.
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(
                        "(modest|growing) rendered .*|growing limit .*"
                            + "|(doubling-string|doubling-array|range|held-objects|tree) limit .*"
                            + "|repeat (limit|runtime) .*"
                            + "|guard [1-9][0-9]*"));
  }

  private static List<String> storm(String collector) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx128m",
                collector,
                "-cp",
                System.getProperty("java.class.path"),
                HeapStorm.class.getName(),
                String.valueOf(ROUNDS))
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }
}
