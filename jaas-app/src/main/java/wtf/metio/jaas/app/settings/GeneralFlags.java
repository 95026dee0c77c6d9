// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** What concerns the process as a whole. */
final class GeneralFlags {

  static final Flag<String> CONFIG =
      Flag.path(
          "config",
          "",
          "YAML or JSON file with settings: flags without their dashes as names, lists as lists."
              + " Environment variables win over it, flags over both.");
  static final Flag<Boolean> VERSION =
      Flag.command("version", "Print version, commit and version of the language, and end.");

  static final FlagGroup FLAGS =
      FlagGroup.of(
          "Logging and lifecycle",
          LoggingSettings.LEVEL,
          LoggingSettings.FORMAT,
          LoggingSettings.ACCESS_LOG,
          CONFIG,
          VERSION);

  private GeneralFlags() {}
}
