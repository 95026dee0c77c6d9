// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CompilerChecksTest {

  private static final Pattern CONFIGURED = Pattern.compile("-Xep:(\\w+):ERROR");
  private static final Pattern EXPLAINED = Pattern.compile("`(\\w+)`");

  @Test
  void everyCheckThatIsOnIsExplained() throws IOException {
    List<String> table =
        Files.readAllLines(SourceTree.CHECKOUT.resolve("config/error-prone.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .flatMap(cell -> names(EXPLAINED, cell).stream())
            .toList();

    assertThat(table).containsExactlyInAnyOrderElementsOf(configured());
  }

  private static List<String> configured() throws IOException {
    String pom = Files.readString(SourceTree.CHECKOUT.resolve("pom.xml"));
    return names(CONFIGURED, pom).stream().distinct().toList();
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
