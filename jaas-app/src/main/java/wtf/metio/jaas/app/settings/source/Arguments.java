// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.settings.source;

import java.util.List;
import java.util.Map;

/**
 * What a command line says.
 *
 * @param given texts by flag, in the order given
 * @param problems in the order of the command line
 * @param help whether somebody asks for help
 */
record Arguments(Map<Flag<?>, List<String>> given, List<String> problems, boolean help) {}
