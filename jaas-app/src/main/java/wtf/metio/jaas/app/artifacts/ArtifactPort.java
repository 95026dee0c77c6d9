// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.artifacts;

import wtf.metio.jaas.app.http.ListenAddress;
import wtf.metio.jaas.app.http.Port;
import wtf.metio.jaas.app.http.PortLimits;
import wtf.metio.jaas.app.settings.StorageSettings;
import wtf.metio.jaas.domain.artifact.ArtifactStore;

/** Makes the port on which archives can be fetched. */
public final class ArtifactPort {

  private ArtifactPort() {}

  /**
   * A port that does not listen yet.
   *
   * @param store stays open for as long as the port serves
   */
  public static Port of(StorageSettings settings, ArtifactStore store, DownloadObserver observer) {
    return Port.ofManyThreads(
        new ListenAddress(
            "storage",
            "--storage-port",
            "--storage-listen-address",
            settings.listenAddress(),
            settings.port(),
            true),
        new PortLimits(settings.readTimeout(), settings.writeTimeout()),
        new ArtifactHandler(store, observer));
  }
}
