// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;
import wtf.metio.jaas.app.text.GoText;
import wtf.metio.jaas.source.urlguard.Cidr;

/** Files that somebody else publishes. */
final class SourceFlags {

  static final Flag<String> ALLOW_CIDRS =
      Flag.text(
          "source-allow-cidrs",
          "",
          "Addresses that sources may be fetched from although nobody may: ranges such as"
              + " 127.0.0.0/8 or ::1, with commas between. Loopback, link-local, multicast and"
              + " metadata addresses are refused otherwise.");
  static final Flag<Long> CACHE_BYTES =
      Flag.large(
          "source-cache-bytes",
          1L << 30,
          "Size of the archives and trees of sources, in bytes, that are kept on disk although"
              + " nobody uses them at the moment; 0 keeps none.");

  static final FlagGroup FLAGS = FlagGroup.of("Sources", ALLOW_CIDRS, CACHE_BYTES);

  private SourceFlags() {}

  /** The ranges; those that are not well written are left out. */
  static List<Cidr> allowed(Values values) {
    return ranges(values).map(Cidr::of).flatMap(Optional::stream).toList();
  }

  /** What is wrong with the ranges. */
  static Optional<String> problem(Values values) {
    return ranges(values).allMatch(range -> Cidr.of(range).isPresent())
        ? Optional.empty()
        : Optional.of(
            "Invalid --source-allow-cidrs: must be ranges such as 127.0.0.0/8 with commas between,"
                + " got "
                + GoText.quote(values.get(ALLOW_CIDRS)));
  }

  private static Stream<String> ranges(Values values) {
    return Stream.of(values.get(ALLOW_CIDRS).split(","))
        .map(String::strip)
        .filter(range -> !range.isEmpty());
  }
}
