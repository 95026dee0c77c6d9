// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.source.FileSet;

class CreditTest {

  private static final String LOST = "the archive is not in the store any more";

  private final Borough borough = new Borough();

  @BeforeEach
  void publish() {
    borough.snippet("dash", "[1]");
    borough.settle();
    assertThat(ready()).isEqualTo("True Succeeded");
  }

  private JsonObject condition() {
    return Borough.condition(borough.artifact("dash").orElseThrow(), "Ready");
  }

  private String ready() {
    return Borough.text(condition(), "status") + ' ' + Borough.text(condition(), "reason");
  }

  private StoredArchive stored() {
    return borough.memory.list(Borough.name("dash")).getFirst();
  }

  private void suspend() {
    borough.snippet("dash", "[1]", "'suspend': true");
    borough.settle();
  }

  private void lose() {
    borough.memory.removeAll(Borough.name("dash"));
    borough.controllers().holdings().lost(Borough.name("dash"));
    borough.settle();
  }

  /** Somebody brings the very archive back. */
  private void restore() {
    var revision = new Revision(borough.status("dash", "revision"));
    var files = FileSet.of("rendered.json", "[1]".getBytes());
    borough.memory.put(Borough.name("dash"), Archive.of(revision, files), Fence.OPEN);
    borough.controllers().holdings().found(Borough.name("dash"));
    borough.settle();
  }

  @Test
  void whatIsLostAndCanBeMadeAgainIsNotDiscredited() {
    lose();
    assertThat(ready()).isEqualTo("True Succeeded");
    assertThat(borough.memory.list(Borough.name("dash"))).hasSize(1);
  }

  @Test
  void whatASuspendedSnippetLostIsDiscreditedUntilItIsResumed() {
    suspend();
    assertThat(ready()).isEqualTo("True Succeeded");
    lose();
    assertThat(ready()).isEqualTo("False StorageOperationFailed");
    assertThat(Borough.text(condition(), "message")).startsWith(LOST);
    assertThat(borough.reason("dash")).isEqualTo("Suspended");

    borough.snippet("dash", "[1]");
    borough.settle();
    assertThat(ready()).isEqualTo("True Succeeded");
  }

  @Test
  void whatAFailingSnippetLostIsDiscreditedUntilItIsMended() {
    borough.snippet("dash", "broken");
    borough.settle();
    assertThat(ready()).isEqualTo("True Succeeded");
    lose();
    assertThat(ready()).isEqualTo("False StorageOperationFailed");

    borough.snippet("dash", "[2]");
    borough.settle();
    assertThat(ready()).isEqualTo("True Succeeded");
  }

  @Test
  void whatIsBroughtBackIsCreditedWithoutAnythingRendered() {
    suspend();
    lose();
    borough.programs.rendered().clear();
    restore();

    assertThat(ready()).isEqualTo("True Succeeded");
    assertThat(borough.programs.rendered()).isEmpty();
  }

  @Test
  void whatASuspendedSnippetHasDamagedIsDiscredited() {
    suspend();
    borough.memory.damage(Borough.name("dash"), stored().revision(), new byte[] {1});
    borough.controllers().holdings().damaged(Borough.name("dash"));
    borough.settle();

    assertThat(ready()).isEqualTo("False StorageOperationFailed");
    assertThat(Borough.text(condition(), "message"))
        .startsWith("the archive in the store is damaged");
  }

  @Test
  void aStoreThatIsAwaySaysNothingOfWhatIsInIt() {
    suspend();
    borough.store.away = true;
    lose();
    assertThat(ready()).isEqualTo("True Succeeded");
  }

  @Test
  void whatIsSaidIsSaidOnce() {
    suspend();
    lose();
    borough.server.requests();
    borough.controllers().holdings().lost(Borough.name("dash"));
    borough.pass(Duration.ofMinutes(10));

    assertThat(borough.server.requests()).isEmpty();
  }
}
