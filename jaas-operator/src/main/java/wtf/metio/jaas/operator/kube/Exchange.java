// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.kube;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

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
   * @param servedAt by the clock of the API server, in whole seconds; null if it did not say
   */
  record Answer(Reply reply, @Nullable Instant servedAt) {

    static Answer unanswered(String message) {
      return new Answer(new Reply.Unanswered(message), null);
    }
  }

  Answer send(Request request) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return Answer.unanswered("Too many requests to the API server are under way.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.unanswered("The request to the API server was given up.");
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
      var served = response.headers().getInstant("Date");
      return new Answer(Answers.read(response), served);
    } catch (IOException e) {
      return new Answer(Answers.broken(e), null);
    }
  }
}
