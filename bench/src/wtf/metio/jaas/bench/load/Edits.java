// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import wtf.metio.jaas.bench.Spread;

/** Changes a library again and again while others ask for it, and looks at the very next answer. */
final class Edits {

  private final Snippets snippets;
  private final List<Duration> times = new ArrayList<>();
  private int stale;

  Edits(Snippets snippets) {
    this.snippets = snippets;
  }

  /** Edits and asks that often. */
  void run(URI address, int edits) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).build();
    var load = Wrk.start(address, Duration.ofMinutes(2), List.of());
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 1; i <= edits; i++) {
        snippets.edit(i);
        long begin = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        times.add(Duration.ofNanos(System.nanoTime() - begin));
        stale += answer.body().equals(Snippets.afterEdit(i)) ? 0 : 1;
      }
    } finally {
      load.destroy();
    }
  }

  int stale() {
    return stale;
  }

  /** From the end of an edit to the end of the answer. */
  Spread times() {
    return Spread.of(times);
  }
}
