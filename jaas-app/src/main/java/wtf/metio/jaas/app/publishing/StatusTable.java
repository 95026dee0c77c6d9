// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wtf.metio.jaas.directory.status.SnippetStatus;

/** The status of snippets for a terminal. */
final class StatusTable {

  private static final List<String> HEAD =
      List.of("NAMESPACE", "NAME", "READY", "REASON", "REVISION", "HISTORY", "URL");

  /** As much of a revision as people compare. */
  private static final int SHORT = 19;

  private StatusTable() {}

  static String of(Collection<SnippetStatus> statuses) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    statuses.forEach(status -> rows.add(row(status)));
    var text = new StringBuilder();
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        text.append(row.get(column));
        if (column < row.size() - 1) {
          text.append(" ".repeat(width(rows, column) - row.get(column).length() + 3));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static List<String> row(SnippetStatus status) {
    var ready = status.ready();
    return List.of(
        status.name().namespace(),
        status.name().name(),
        ready.map(it -> it.met() ? "True" : "False").orElse("Unknown"),
        ready.map(it -> it.reason().text()).orElse("-"),
        status.ledger().announced().map(it -> it.revision().text().substring(0, SHORT)).orElse("-"),
        Integer.toString(status.history().size()),
        status.artifactUrl().isEmpty() ? "-" : status.artifactUrl());
  }
}
