// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.ReferencePage;
import wtf.metio.jaas.app.telemetry.Scrape.Family;

class MetricsPageTest {

  private static final ReferencePage PAGE = new ReferencePage("reference/metrics.md");
  private static final String OURS = "jaas_";

  @TempDir static Path folder;

  private static BusyService service;
  private static Scrape scrape;

  @BeforeAll
  static void start() {
    service = new BusyService(folder);
    scrape = new Scrape(service.scrape());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void itListsEveryMetricOfOursWithTypeAndLabelsAndNoOther() {
    assertThat(families(true)).isEqualTo(listed());
  }

  @Test
  void metricsOfOthersHaveAPrefixThatItNames() {
    var prefixes =
        PAGE.rows("Prefix").stream().map(row -> ReferencePage.code(row.getFirst())).toList();

    assertThat(families(false).keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(prefixes).anyMatch(name::startsWith));
    assertThat(prefixes)
        .allSatisfy(
            prefix ->
                assertThat(families(false).keySet()).anyMatch(name -> name.startsWith(prefix)));
  }

  @Test
  void theMetricsOfOthersThatItNamesAreThere() {
    assertThat(PAGE.rows("Prefix"))
        .allSatisfy(
            row -> assertThat(scrape.series()).containsAll(ReferencePage.codes(row.get(1))));
  }

  @Test
  void countersBeginBeforeTheFirstEvent() {
    assertThat(counters(service.atFirst())).isEqualTo(counters(service.scrape()));
  }

  private static Set<String> counters(String scrape) {
    return scrape
        .lines()
        .filter(line -> line.matches("jaas_\\w+_total[{ ].*"))
        // A snippet has no numbers before it is known.
        .filter(line -> !line.contains("namespace="))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theGuideToMonitoringAsksForMetricsThatAreThere() {
    var asked =
        new ReferencePage("guides/monitoring.md")
            .blocks("promql").stream()
                .flatMap(
                    block ->
                        Pattern.compile("\\b[a-z]+_[a-z_]+\\b(?!\\()").matcher(block).results())
                .map(match -> match.group())
                .filter(name -> name.matches("(jaas|jvm|process|system)_.*"))
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(scrape.series()).containsAll(asked);
  }

  private static Map<String, Family> families(boolean ours) {
    var families = scrape.families();
    families.keySet().removeIf(name -> name.startsWith(OURS) != ours);
    return families;
  }

  private static Map<String, Family> listed() {
    var listed = new TreeMap<String, Family>();
    for (var row : PAGE.rows("Metric")) {
      listed.put(
          ReferencePage.code(row.getFirst()),
          new Family(row.get(1), ReferencePage.codes(row.get(2))));
    }
    return listed;
  }
}
