// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a scrape says about its metrics. */
final class Scrape {

  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

  private final String text;

  Scrape(String text) {
    this.text = text;
  }

  /**
   * A family of series.
   *
   * @param labels without those that belong to the type
   */
  record Family(String type, Set<String> labels) {}

  /** The families by their names. */
  Map<String, Family> families() {
    var families = new TreeMap<String, Family>();
    TYPE.matcher(text)
        .results()
        .forEach(
            match ->
                families.put(match.group(1), new Family(match.group(2), labels(match.group(1)))));
    return families;
  }

  /** The names of all series. */
  Set<String> series() {
    var names = new TreeSet<String>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  private Set<String> labels(String family) {
    var labels = new TreeSet<String>();
    text.lines()
        .filter(line -> line.matches(family + "(_bucket|_sum|_count)?[{ ].*"))
        .forEach(
            line -> LABEL.matcher(line).results().forEach(match -> labels.add(match.group(1))));
    labels.removeAll(Arrays.asList("le", "quantile"));
    return labels;
  }
}
