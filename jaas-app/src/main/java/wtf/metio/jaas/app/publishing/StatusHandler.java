// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.publishing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import wtf.metio.jaas.app.http.CleanPath;
import wtf.metio.jaas.app.http.Exchange;
import wtf.metio.jaas.app.http.Handler;
import wtf.metio.jaas.directory.status.StatusDocument;
import wtf.metio.jaas.domain.snippet.ResourceName;

/** Answers how snippets do: {@code /status} for all, {@code /status/NAMESPACE/NAME} for one. */
public final class StatusHandler implements Handler {

  private static final String JSON = "application/json";

  private static final String PATH = "/status";

  private final Publishing publishing;

  /** Answers for these snippets. */
  public StatusHandler(Publishing publishing) {
    this.publishing = publishing;
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    var path = CleanPath.orAnswer(exchange);
    if (path.isEmpty()) {
      return;
    }
    if (!exchange.isGet() && !exchange.isHead()) {
      exchange.answer(405, JSON, Map.of("Allow", "GET, HEAD"), bytes("{}\n"));
      return;
    }
    var document = document(path.get().encoded());
    if (document.isPresent()) {
      exchange.answer(200, JSON, bytes(document.get()));
    } else {
      exchange.answer(404, JSON, bytes("{\"status\":\"not_found\"}\n"));
    }
  }

  private Optional<String> document(String path) {
    if (path.equals(PATH)) {
      return Optional.of(StatusDocument.ofAll(publishing.statuses(), publishing.problems()));
    }
    var names = path.split("/", -1);
    return names.length == 4 && ResourceName.safe(names[2]) && ResourceName.safe(names[3])
        ? publishing.status(new ResourceName(names[2], names[3])).map(StatusDocument::of)
        : Optional.empty();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
