// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Makes requests and waits for the answers.
 *
 * @param turns one for each request that may be in flight; first come, first served
 * @param patience for the turn and the answer together
 */
record Exchange(OkHttpClient client, Semaphore turns, Duration patience) {

  /**
   * What came of a request.
   *
   * @param headers of the answer; none without one
   */
  record Answer(Reply reply, Headers headers) {

    static Answer unanswered(Reply.Unanswered reply) {
      return new Answer(reply, Headers.of());
    }

    /** By the clock of the API server, in whole seconds; empty if it did not say. */
    Optional<Instant> servedAt() {
      return Optional.ofNullable(headers.getInstant("Date"));
    }
  }

  Answer send(Request request) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return Answer.unanswered(
            new Reply.Unanswered("Too many requests to the API server are under way."));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.unanswered(new Reply.Unanswered("The request to the API server was given up."));
    }
    try {
      return exchange(request, deadline);
    } finally {
      turns.release();
    }
  }

  private Answer exchange(Request request, long deadline) {
    var call = client.newCall(request);
    call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    try (var response = call.execute()) {
      return new Answer(Answers.read(response), response.headers());
    } catch (IOException e) {
      return Answer.unanswered(Answers.broken(e));
    }
  }
}
