// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.commandline;

/** What {@code jaas render --version} prints. */
final class VersionText {

  static final String LINE = "jaas render, Jsonnet as of go-jsonnet v0.22.0\n";

  private VersionText() {}
}
