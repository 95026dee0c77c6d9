// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * Whether a lease was left behind long ago, so that a process that has just begun need not wait.
 *
 * <p>The API server dates every write, and says with every answer what time it is: both by its own
 * clock, so that those of replicas do not matter. There may be several API servers, whose clocks
 * differ a little; hence twice the duration.
 */
final class ExpiredLease {

  private ExpiredLease() {}

  static boolean isSo(KubeObject lease, Optional<Instant> servedAt) {
    var duration = LeaseRecord.of(lease).duration();
    var written = written(lease);
    return !duration.isZero()
        && written.isPresent()
        && servedAt
            .filter(now -> Duration.between(written.get(), now).compareTo(twice(duration)) > 0)
            .isPresent();
  }

  private static Duration twice(Duration duration) {
    return duration.multipliedBy(2);
  }

  /** When anybody wrote last; empty if that is not known. */
  private static Optional<Instant> written(KubeObject lease) {
    var fields = lease.part("metadata").get("managedFields");
    if (fields == null || !fields.isJsonArray()) {
      return Optional.empty();
    }
    return StreamSupport.stream(fields.getAsJsonArray().spliterator(), false)
        .flatMap(entry -> time(entry).stream())
        .max(Instant::compareTo);
  }

  private static Optional<Instant> time(JsonElement entry) {
    try {
      return entry instanceof JsonObject object && object.has("time")
          ? Optional.of(Instant.parse(object.get("time").getAsString()))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
