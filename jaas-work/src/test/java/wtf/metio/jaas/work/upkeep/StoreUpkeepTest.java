// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.work.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.MemoryArtifactStore;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.work.SteppingClock;

class StoreUpkeepTest implements Holdings, UpkeepListener {

  private static final ResourceName ONE = new ResourceName("team", "one");
  private static final ResourceName OTHER = new ResourceName("team", "other");

  private final SteppingClock clock = new SteppingClock();
  private final MemoryArtifactStore store = new MemoryArtifactStore(clock);
  private final List<String> heard = new ArrayList<>();
  private final Map<ResourceName, StoredArchive> announced = new HashMap<>();
  private final Set<ResourceName> owners = new HashSet<>();

  @Test
  void whatIsInOrderIsNotTalkedAbout() {
    announce(ONE, "1");
    letTimePass(Duration.ofMinutes(30));

    assertThat(heard).containsExactly("health Well[]");
  }

  @Test
  void aLostArchiveIsNoticedWithinHalfAMinute() {
    announce(ONE, "1");
    var upkeep = upkeep();
    upkeep.runDue();
    store.removeAll(ONE);
    clock.pass(Duration.ofSeconds(30));
    upkeep.runDue();

    assertThat(heard).contains("lost team/one", "repair lost team/one");
  }

  @Test
  void whatStaysLostIsToldOnceAndWhatIsLostAgainIsToldAgain() {
    announce(ONE, "1");
    var upkeep = upkeep();
    store.removeAll(ONE);
    upkeep.presence();
    upkeep.presence();
    announce(ONE, "1");
    upkeep.presence();
    store.removeAll(ONE);
    upkeep.presence();

    assertThat(heard)
        .containsExactly(
            "lost team/one",
            "repair lost team/one",
            "repair found team/one",
            "repair lost team/one",
            "repair lost team/one");
  }

  @Test
  void aDamagedArchiveIsNoticedAfterTheStart() {
    var archive = announce(ONE, "1");
    store.damage(ONE, archive.revision(), new byte[] {1});
    upkeep().runDue();

    assertThat(heard).contains("damaged team/one", "repair damaged team/one");
  }

  @Test
  void whatBelongsToNobodyIsReportedOnceAndStays() {
    announce(ONE, "1");
    announce(OTHER, "1");
    owners.remove(OTHER);
    announced.remove(OTHER);
    letTimePass(Duration.ofHours(25));

    assertThat(heard).containsOnlyOnce("orphans [team/other]");
    assertThat(store.list(OTHER)).hasSize(1);
  }

  @Test
  void whatBelongsToNobodyAndCarriesOurNameGoesAfterADay() {
    announce(ONE, "1");
    announce(OTHER, "1");
    store.claim(ONE);
    store.claim(OTHER);
    owners.remove(OTHER);
    announced.remove(OTHER);
    letTimePass(Duration.ofHours(24));
    assertThat(store.list(OTHER)).hasSize(1);

    letTimePass(Duration.ofHours(25));
    assertThat(heard).containsOnlyOnce("removed 1 of team/other").endsWith("orphans []");
    assertThat(store.owners()).containsExactly(ONE);
  }

  private StoredArchive announce(ResourceName owner, String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    var archive = Archive.of(Revision.ofText(bytes), FileSet.of("rendered.json", bytes));
    var stored = store.put(owner, archive, Fence.OPEN);
    announced.put(owner, stored);
    owners.add(owner);
    return stored;
  }

  private StoreUpkeep upkeep() {
    return new StoreUpkeep(store, this, this, clock);
  }

  private void letTimePass(Duration time) {
    var upkeep = upkeep();
    upkeep.runDue();
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
      clock.pass(Duration.ofSeconds(10));
      upkeep.runDue();
    }
  }

  @Override
  public Map<ResourceName, StoredArchive> announced() {
    return announced;
  }

  @Override
  public Set<ResourceName> owners() {
    return owners;
  }

  @Override
  public void lost(ResourceName owner) {
    heard.add(heard.contains("lost " + owner) ? "repair lost " + owner : "lost " + owner);
  }

  @Override
  public void found(ResourceName owner) {
    heard.add("repair found " + owner);
  }

  @Override
  public void damaged(ResourceName owner) {
    heard.add(heard.contains("damaged " + owner) ? "repair damaged " + owner : "damaged " + owner);
  }

  @Override
  public void recovered() {
    heard.add("recovered");
  }

  @Override
  public void health(StoreHealth now) {
    heard.add("health " + now);
  }

  @Override
  public void orphans(Set<ResourceName> now) {
    heard.add("orphans " + now);
  }

  @Override
  public void removed(ResourceName owner, int archives) {
    heard.add("removed " + archives + " of " + owner);
  }

  @Override
  public void broke(String chore, Throwable defect) {
    throw new AssertionError(chore, defect);
  }
}
