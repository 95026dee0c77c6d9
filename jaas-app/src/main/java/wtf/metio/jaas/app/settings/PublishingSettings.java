// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.app.text.GoNumber;
import wtf.metio.jaas.source.urlguard.Cidr;

/**
 * What holds for every published snippet, whoever describes it.
 *
 * @param crossNamespace whether a snippet may refer to other namespaces
 * @param rerendersPerSecond how often one snippet may be rendered; zero for as often as it likes
 * @param rerenderBurst how often at once
 * @param maxArtifactBytes size of the published files together; zero for no bound of its own
 * @param grace how long a revision can be fetched after another one took its place
 * @param sourceRanges addresses that may be fetched although they would be forbidden
 * @param sourceCacheBytes size of the sources that are kept although nobody uses them
 */
public record PublishingSettings(
    boolean crossNamespace,
    double rerendersPerSecond,
    int rerenderBurst,
    long maxArtifactBytes,
    Duration grace,
    List<Cidr> sourceRanges,
    long sourceCacheBytes) {

  static PublishingSettings from(Values values) {
    return new PublishingSettings(
        !values.get(OperatorFlags.NO_CROSS_NAMESPACE_REFS),
        perSecond(values.get(OperatorFlags.RERENDER_RATE)),
        values.get(OperatorFlags.RERENDER_BURST),
        values.get(OperatorFlags.MAX_ARTIFACT_BYTES),
        values.get(OperatorFlags.ARTIFACT_GC_GRACE),
        SourceFlags.allowed(values),
        values.get(SourceFlags.CACHE_BYTES));
  }

  /** One that is not well written is refused where somebody publishes. */
  private static double perSecond(String rate) {
    int slash = rate.indexOf('/');
    if (slash < 0) {
      return 0;
    }
    var period = rate.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
    return GoNumber.decimal(rate.substring(0, slash).strip()).orElse(0) / seconds(period);
  }

  private static double seconds(String period) {
    return switch (period.isEmpty() ? ' ' : period.charAt(0)) {
      case 'h' -> 3600;
      case 'm' -> 60;
      default -> 1;
    };
  }
}
