// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import java.time.Duration;
import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;
import wtf.metio.jaas.app.settings.source.Values;

/**
 * Publishing what a folder of manifests describes.
 *
 * @param folder with the manifests; empty for no publishing
 * @param removalGrace how long a snippet stays published after its description is gone
 * @param statePath where the status of each snippet is kept; empty for below the store
 * @param workers how many snippets are looked at side by side
 */
public record DirectorySettings(
    String folder, Duration removalGrace, String statePath, int workers) {

  /** They mostly wait for others: the API server, the disk, an evaluation. */
  private static final int FEWEST_WORKERS = 8;

  static final Flag<String> FOLDER =
      Flag.path(
          "manifest-directory",
          "",
          "Folder with manifests of snippets and libraries, looked through with all folders in it,"
              + " whose snippets are published and served; empty for no publishing.");
  static final Flag<Duration> REMOVAL_GRACE =
      Flag.duration(
          "manifest-removal-grace",
          "1m",
          "Time that a snippet stays published after its manifest is gone. It does not run while"
              + " anything in the folder cannot be read, or nothing is in it.");
  static final Flag<String> STATE_PATH =
      Flag.path(
          "state-path",
          "",
          "Folder for the status of each snippet; empty for .status below --storage-path. One"
              + " process at a time may have it. With the operator, which keeps status in the"
              + " cluster: folder for downloaded sources; empty for one among temporary files.");
  static final Flag<Integer> WORKERS =
      Flag.integer(
          "concurrent-reconciles",
          Math.max(FEWEST_WORKERS, 2 * Runtime.getRuntime().availableProcessors()),
          "max(2 x CPUs, 8)",
          "Snippets that are looked at side by side.");

  static final FlagGroup FLAGS =
      FlagGroup.of("Directory of manifests", FOLDER, REMOVAL_GRACE, STATE_PATH, WORKERS);

  static DirectorySettings from(Values values) {
    var statePath = values.get(STATE_PATH);
    return new DirectorySettings(
        values.get(FOLDER),
        values.get(REMOVAL_GRACE),
        statePath.isEmpty() ? stateOf(values.get(StorageFlags.PATH)) : statePath,
        values.get(WORKERS));
  }

  /** Where the status is kept if nobody says; empty if the store is no folder. */
  private static String stateOf(String storagePath) {
    return storagePath.isEmpty() ? "" : storagePath.replaceFirst("/+$", "") + "/.status";
  }

  /** Whether anything is published. */
  public boolean enabled() {
    return !folder.isEmpty();
  }
}
