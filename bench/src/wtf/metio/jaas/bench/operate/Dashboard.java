// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.operate;

import com.google.gson.JsonPrimitive;

/** One of many snippets: a dashboard of 40 panels for a service, in editions. */
final class Dashboard {

  private static final String PROGRAM =
      """
      local service = 'service-NUMBER';
      local rate(metric, by) =
        'sum by (%s) (rate(%s{service="%s"}[5m]))' % [by, metric, service];
      local panel(n) = {
        id: n,
        title: 'Operation %d' % n,
        gridPos: { w: 8, h: 7, x: (n - 1) % 3 * 8, y: std.floor((n - 1) / 3) * 7 },
        targets: [
          { refId: by, expr: rate('operation_%d_total' % n, by) }
          for by in ['pod', 'route', 'status']
        ],
      };
      {
        uid: service,
        title: 'Operations of ' + service,
        version: EDITION,
        tags: std.set(['generated', 'operations', service]),
        panels: [panel(n) for n in std.range(1, 40)],
      }
      """;

  private Dashboard() {}

  static String name(int number) {
    return "s" + number;
  }

  static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  /** The snippet in its first edition, for a service account of its namespace. */
  static String snippet(int number, String serviceAccount) {
    return """
    {"apiVersion": "jaas.metio.wtf/v1", "kind": "JsonnetSnippet", "metadata": {"name": "%s"},
     "spec": {"serviceAccountName": "%s", "files": {"main.jsonnet": %s}}}
    """
        .formatted(name(number), serviceAccount, program(number, 1));
  }

  /** The patch to the edition after that. */
  static String edit(int number) {
    return """
    {"spec": {"files": {"main.jsonnet": %s}}}
    """
        .formatted(program(number, 2));
  }

  private static String program(int number, int edition) {
    var text = PROGRAM.replace("NUMBER", "" + number).replace("EDITION", "" + edition);
    return new JsonPrimitive(text).toString();
  }
}
