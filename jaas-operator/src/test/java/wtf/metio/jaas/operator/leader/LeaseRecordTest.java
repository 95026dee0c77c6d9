// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.operator.kube.KubeObject;

class LeaseRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.000120Z");
  private static final Duration DURATION = Duration.ofSeconds(15);

  private static LeaseRecord read(String lease) {
    return LeaseRecord.of(new KubeObject(JsonParser.parseString(lease).getAsJsonObject()));
  }

  @Test
  void itIsWrittenWithTheFieldsAndTheMicrosecondsThatOthersRead() {
    var record = LeaseRecord.none().takenBy("one", DURATION, NOW);
    assertThat(record.spec())
        .hasToString(
            "{\"holderIdentity\":\"one\",\"leaseDurationSeconds\":15,"
                + "\"acquireTime\":\"2026-11-21T12:00:00.000120Z\","
                + "\"renewTime\":\"2026-11-21T12:00:00.000120Z\",\"leaseTransitions\":0}");
  }

  @Test
  void whatIsMissingOrNullIsNoFailure() {
    var nothing = new LeaseRecord("", Duration.ZERO, "", "", 0);
    assertThat(read("{}")).isEqualTo(nothing);
    assertThat(read("{\"spec\": {\"holderIdentity\": null, \"leaseTransitions\": null}}"))
        .isEqualTo(nothing);
  }

  @Test
  void everyNewHolderIsATransition() {
    var first = LeaseRecord.none().takenBy("one", DURATION, NOW);
    assertThat(first.takenBy("two", DURATION, NOW).transitions()).isEqualTo(1);
    assertThat(first.renewed(NOW.plusSeconds(2)).transitions()).isZero();
    assertThat(first.released(NOW).takenBy("one", DURATION, NOW).transitions()).isEqualTo(1);
  }

  @Test
  void aRenewalKeepsWhenItWasAcquired() {
    var renewed = LeaseRecord.none().takenBy("one", DURATION, NOW).renewed(NOW.plusSeconds(2));
    assertThat(renewed.acquired()).isEqualTo("2026-11-21T12:00:00.000120Z");
    assertThat(renewed.renewed()).isEqualTo("2026-11-21T12:00:02.000120Z");
  }

  @Test
  void aReleaseNamesNobodyForASecond() {
    var released = LeaseRecord.none().takenBy("one", DURATION, NOW).released(NOW);
    assertThat(released.holder()).isEmpty();
    assertThat(released.duration()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void fieldsThatNobodyHereKnowsStay() {
    var lease =
        new KubeObject(
            JsonParser.parseString(
                    "{\"metadata\": {\"labels\": {\"a\": \"b\"}, \"managedFields\": []},"
                        + " \"spec\": {\"strategy\": \"OldestEmulationVersion\"}}")
                .getAsJsonObject());
    var next = LeaseStore.with(lease, LeaseRecord.none().takenBy("one", DURATION, NOW));
    assertThat(next.getAsJsonObject("spec").get("strategy").getAsString())
        .isEqualTo("OldestEmulationVersion");
    assertThat(next.getAsJsonObject("metadata")).hasToString("{\"labels\":{\"a\":\"b\"}}");
  }
}
