// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.nio.file.Path;
import java.util.List;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.source.http.HttpSettings;
import wtf.metio.jaas.source.urlguard.Cidr;

/**
 * How sources are fetched and kept.
 *
 * @param folder where archives and trees are kept while this process lives; made if it is not
 *     there, and shared with other processes without harm
 * @param keptBytes how much is kept there that nobody uses at the moment
 * @param atATime how many archives are downloaded or unpacked at a time; the others wait
 * @param allowed addresses that may be fetched although they would be forbidden
 */
public record SourceSettings(
    Path folder,
    long keptBytes,
    int atATime,
    HttpSettings http,
    ArchiveLimits archives,
    List<Cidr> allowed) {

  private static final int AT_A_TIME = 4;

  public SourceSettings {
    allowed = List.copyOf(allowed);
  }

  /** Four at a time, and everything else as it is by default. */
  public static SourceSettings in(Path folder, long keptBytes, List<Cidr> allowed) {
    return new SourceSettings(
        folder, keptBytes, AT_A_TIME, HttpSettings.DEFAULTS, ArchiveLimits.DEFAULTS, allowed);
  }
}
