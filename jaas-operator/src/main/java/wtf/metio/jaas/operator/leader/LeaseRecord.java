// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wtf.metio.jaas.operator.kube.KubeObject;

/**
 * What a lease says. Written as other programs of Kubernetes write it, so that they understand it.
 *
 * @param holder empty if nobody holds it
 * @param duration for which it was taken; zero if it does not say
 * @param acquired when the holder got it, as it wrote that
 * @param renewed when the holder last wrote, by its own clock
 * @param transitions how often it changed hands
 */
record LeaseRecord(
    String holder, Duration duration, String acquired, String renewed, long transitions) {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What a lease says; what it leaves out is empty or zero. */
  static LeaseRecord of(KubeObject lease) {
    var spec = lease.part("spec");
    return new LeaseRecord(
        text(spec, "holderIdentity"),
        Duration.ofSeconds(Math.max(0, number(spec, "leaseDurationSeconds"))),
        text(spec, "acquireTime"),
        text(spec, "renewTime"),
        number(spec, "leaseTransitions"));
  }

  /** The record of somebody who takes the lease. */
  LeaseRecord takenBy(String taker, Duration forHowLong, Instant now) {
    var time = MICROS.format(now);
    boolean changes = !holder.equals(taker);
    return new LeaseRecord(taker, forHowLong, time, time, transitions + (changes ? 1 : 0));
  }

  /** The record of a holder that is still there. */
  LeaseRecord renewed(Instant now) {
    return new LeaseRecord(holder, duration, acquired, MICROS.format(now), transitions);
  }

  /** The record of a lease that anybody may take at once. */
  LeaseRecord released(Instant now) {
    var time = MICROS.format(now);
    return new LeaseRecord("", Duration.ofSeconds(1), time, time, transitions);
  }

  /** Nobody holds a new lease. */
  static LeaseRecord none() {
    // The first one to take it makes no transition of it.
    return new LeaseRecord("", Duration.ZERO, "", "", -1);
  }

  /** As it stands in the lease. */
  JsonObject spec() {
    var spec = new JsonObject();
    spec.addProperty("holderIdentity", holder);
    spec.addProperty("leaseDurationSeconds", Math.max(1, duration.toSeconds()));
    spec.addProperty("acquireTime", acquired);
    spec.addProperty("renewTime", renewed);
    spec.addProperty("leaseTransitions", transitions);
    return spec;
  }

  private static String text(JsonObject spec, String name) {
    return spec.get(name) instanceof JsonElement text && text.isJsonPrimitive()
        ? text.getAsString()
        : "";
  }

  private static long number(JsonObject spec, String name) {
    return spec.get(name) instanceof JsonPrimitive number && number.isNumber()
        ? number.getAsLong()
        : 0;
  }
}
