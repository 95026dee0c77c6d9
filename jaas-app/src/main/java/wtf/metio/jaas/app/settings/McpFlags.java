// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings;

import wtf.metio.jaas.app.settings.source.Flag;
import wtf.metio.jaas.app.settings.source.FlagGroup;

/** The server for language models, which is read and checked but not there yet. */
final class McpFlags {

  static final Flag<Boolean> ENABLE =
      Flag.truth("enable-mcp", false, "Whether the MCP server runs. Not there yet.");
  static final Flag<String> BIND_ADDRESS =
      Flag.text("mcp-bind-address", ":8084", "Address and port of the MCP server.");
  static final Flag<Boolean> ALLOW_MUTATIONS =
      Flag.truth("mcp-allow-mutations", false, "Whether its tools may change anything.");

  static final FlagGroup FLAGS = FlagGroup.of("MCP", ENABLE, BIND_ADDRESS, ALLOW_MUTATIONS);

  private McpFlags() {}
}
