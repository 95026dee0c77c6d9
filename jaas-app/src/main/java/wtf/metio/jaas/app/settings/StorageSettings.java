// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Where archives are kept and served.
 *
 * @param backend {@code local} or {@code s3}
 * @param path folder of the local store; empty if there is none
 * @param baseUrl under which consumers reach the server; empty if it is not known
 * @param listenAddress a name or an address; empty for every address of the machine
 * @param port zero, which no flag can say, for any free one
 * @param readTimeout for a whole header, and for the first byte from a store that is not local;
 *     zero means unlimited
 * @param writeTimeout for taking an archive; zero means unlimited
 * @param sweepInterval between two sweeps; zero means never
 * @param sweepMaxTmpAge from which age a temporary file is left over
 * @param installationId written on archives; empty for none
 */
public record StorageSettings(
    String backend,
    String path,
    String baseUrl,
    String listenAddress,
    int port,
    Duration readTimeout,
    Duration writeTimeout,
    Duration sweepInterval,
    Duration sweepMaxTmpAge,
    String installationId) {

  static StorageSettings from(Values values) {
    return new StorageSettings(
        values.get(StorageFlags.BACKEND),
        values.get(StorageFlags.PATH),
        values.get(StorageFlags.BASE_URL),
        values.get(StorageFlags.LISTEN_ADDRESS),
        Integer.parseInt(values.get(StorageFlags.PORT)),
        values.get(StorageFlags.READ_TIMEOUT),
        values.get(StorageFlags.WRITE_TIMEOUT),
        values.get(StorageFlags.SWEEP_INTERVAL),
        values.get(StorageFlags.SWEEP_MAX_TMP_AGE),
        values.get(StorageFlags.INSTALLATION_ID));
  }
}
