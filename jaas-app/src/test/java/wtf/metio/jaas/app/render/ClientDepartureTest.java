// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wtf.metio.jaas.app.RawHttp;
import wtf.metio.jaas.app.RunningService;
import wtf.metio.jaas.evaluator.Permits;

class ClientDepartureTest {

  @TempDir Path folder;

  @Test
  void aPlaceIsFreeSoonAfterItsClientHasLeft() throws IOException {
    var times = departures(20);

    assertThat(times.getLast()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  @Tag("long")
  void aPlaceIsFreeWithinMillisecondsAfterItsClientHasLeft() throws IOException {
    var times = departures(200);

    System.out.println("median " + times.get(100) + ", worst " + times.getLast());
    assertThat(times.get(100)).isLessThan(Duration.ofMillis(10));
    assertThat(times.getLast()).isLessThan(Duration.ofMillis(50));
  }

  /** How long it took each time from the client's leaving to the free place, shortest first. */
  private List<Duration> departures(int count) throws IOException {
    new Snippets(folder).with("endless", Snippets.ENDLESS);
    var times = new ArrayList<Duration>();
    try (var service = RunningService.ofSnippets(folder, "--evaluation-timeout=60s")) {
      var permits = service.bean(Permits.class);
      for (int i = 0; i < count; i++) {
        times.add(departure(service, permits));
      }
    }
    Collections.sort(times);
    return times;
  }

  private static Duration departure(RunningService service, Permits permits) throws IOException {
    long begin;
    try (var socket = RawHttp.connect(service.port("jsonnet"))) {
      var request = "GET /jsonnet/endless HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      RunningService.await(() -> permits.inUse() == 1);
      begin = System.nanoTime();
    }
    while (permits.inUse() > 0 && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
      LockSupport.parkNanos(50_000);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
