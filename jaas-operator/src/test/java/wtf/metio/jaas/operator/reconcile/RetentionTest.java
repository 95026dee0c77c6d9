// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.operator.kube.ResourceType;

class RetentionTest {

  private final Borough borough = new Borough();

  private boolean isStored(String text) {
    return borough.memory.find(Borough.name("dash"), Revision.ofText(text.getBytes())).isPresent();
  }

  private void publish(String... programs) {
    for (var program : programs) {
      borough.snippet("dash", program);
      borough.settle();
    }
  }

  @Test
  void aRevisionThatWasPushedOutGoesAfterItsGrace() {
    publish("[1]", "[2]");
    borough.pass(Duration.ofSeconds(299));
    assertThat(isStored("[1]")).isTrue();
    borough.pass(Duration.ofSeconds(2));
    assertThat(isStored("[1]")).isFalse();
    assertThat(isStored("[2]")).isTrue();
  }

  @Test
  void passesInBetweenDoNotProlongTheGrace() {
    publish("[1]", "[2]");
    for (int i = 0; i < 10; i++) {
      borough.pass(Duration.ofSeconds(29));
      borough.controllers().snippetChanged(Borough.name("dash"));
    }
    borough.pass(Duration.ofSeconds(11));
    assertThat(isStored("[1]")).isFalse();
  }

  @Test
  void whatTheHistoryListsCanBeFetched() {
    borough.snippet("dash", "[1]", "'history': 2");
    borough.settle();
    borough.snippet("dash", "[2]", "'history': 2");
    borough.settle();
    borough.pass(Duration.ofHours(1));
    assertThat(isStored("[1]")).isTrue();
    assertThat(borough.status("dash").getAsJsonArray("history")).hasSize(2);
    assertThat(
            Borough.text(
                borough.status("dash").getAsJsonArray("history").get(1).getAsJsonObject(),
                "supersededAt"))
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void aSuspendedSnippetIsTidiedToo() {
    publish("[1]");
    borough.snippet("dash", "[2]");
    borough.settle();
    borough.snippet("dash", "[2]", "'suspend': true");
    borough.pass(Duration.ofMinutes(6));
    assertThat(isStored("[1]")).isFalse();
    assertThat(isStored("[2]")).isTrue();
  }

  @Test
  void aBrokenSnippetIsTidiedToo() {
    publish("[1]", "[2]", "broken");
    borough.pass(Duration.ofMinutes(7));
    assertThat(isStored("[1]")).isFalse();
    assertThat(isStored("[2]")).isTrue();
  }

  @Test
  void whatIsAnnouncedIsNeverRemoved() {
    publish("[1]", "[2]");
    borough.clock.pass(Duration.ofMinutes(6));
    // Another writer went back to the first one, and we have not heard of it yet.
    var artifact = borough.artifact("dash").orElseThrow().json().deepCopy();
    borough.programs.meanwhile(() -> announce(artifact, Revision.ofText("[1]".getBytes())));
    borough.snippet("dash", "broken");
    borough.settle();
    assertThat(isStored("[1]")).isTrue();
  }

  private void announce(JsonObject artifact, Revision revision) {
    artifact
        .getAsJsonObject("status")
        .getAsJsonObject("artifact")
        .addProperty("revision", revision.text());
    borough.server.put(ResourceType.EXTERNAL_ARTIFACT, artifact);
  }

  @Test
  void goingBackToAnOldRevisionKeepsBoth() {
    publish("[1]", "[2]", "[1]");
    borough.pass(Duration.ofSeconds(290));
    assertThat(isStored("[1]")).isTrue();
    assertThat(isStored("[2]")).isTrue();
    borough.pass(Duration.ofSeconds(11));
    assertThat(isStored("[1]")).isTrue();
    assertThat(isStored("[2]")).isFalse();
  }
}
