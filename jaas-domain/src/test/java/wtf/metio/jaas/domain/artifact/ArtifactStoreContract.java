// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

/** What every store of archives keeps. Each test begins with an empty store. */
public abstract class ArtifactStoreContract {

  protected static final ResourceName OWNER = new ResourceName("team", "dashboards");
  private static final ResourceName OTHER = new ResourceName("team", "alerts");

  /** The store under test, the same one throughout a test. */
  protected abstract ArtifactStore store();

  /** Changes the bytes of a stored archive behind the back of the store. */
  protected abstract void damage(ResourceName owner, Revision revision, byte[] bytes)
      throws Exception;

  @Test
  void whatIsStoredCanBeFetched() throws Exception {
    var archive = archive("{}");
    var stored = store().put(OWNER, archive, Fence.OPEN);
    assertThat(stored.revision()).isEqualTo(archive.revision());
    assertThat(stored.digest()).isEqualTo(Digest.of(archive.bytes()));
    assertThat(stored.size()).isEqualTo(archive.bytes().length);
    assertThat(stored.stored())
        .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(120));
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
    assertThat(find(archive)).isEqualTo(stored);
  }

  @Test
  void whatIsNotStoredIsAbsent() {
    var revision = archive("{}").revision();
    assertThat(store().find(OWNER, revision)).isEmpty();
    assertThat(store().open(OWNER, revision)).isEmpty();
    assertThat(store().isSound(OWNER, revision)).isFalse();
    assertThat(store().list(OWNER)).isEmpty();
    assertThat(store().owners()).isEmpty();
  }

  @Test
  void storingAgainChangesNothing() {
    var first = store().put(OWNER, archive("{}"), Fence.OPEN);
    assertThat(store().put(OWNER, archive("{}"), Fence.OPEN)).isEqualTo(first);
    assertThat(store().list(OWNER)).containsExactly(first);
  }

  @Test
  void otherBytesOfTheSameRevisionDoNotReplaceTheStoredOnes() throws Exception {
    var first = archive("{}");
    store().put(OWNER, first, Fence.OPEN);
    var repacked = repacked(first);
    var stored = store().put(OWNER, repacked, Fence.OPEN);
    assertThat(stored.digest()).isEqualTo(first.digest());
    assertThat(content(OWNER, first.revision())).isEqualTo(first.bytes());
  }

  @Test
  void damagedBytesAreNoticedAndReplaced() throws Exception {
    var archive = archive("{}");
    store().put(OWNER, archive, Fence.OPEN);
    var flipped = archive.bytes().clone();
    flipped[flipped.length / 2] ^= 1;
    damage(OWNER, archive.revision(), flipped);
    assertThat(store().isSound(OWNER, archive.revision())).isFalse();
    var healed = store().put(OWNER, archive, Fence.OPEN);
    assertThat(healed.digest()).isEqualTo(archive.digest());
    assertThat(store().isSound(OWNER, archive.revision())).isTrue();
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void truncatedBytesAreNoticedAndReplaced() throws Exception {
    var archive = archive("{}");
    store().put(OWNER, archive, Fence.OPEN);
    damage(OWNER, archive.revision(), Arrays.copyOf(archive.bytes(), 10));
    assertThat(store().isSound(OWNER, archive.revision())).isFalse();
    store().put(OWNER, archive, Fence.OPEN);
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void nothingBecomesVisibleBehindAClosedFence() {
    var archive = archive("{}");
    assertThatThrownBy(() -> store().put(OWNER, archive, () -> false))
        .isInstanceOf(FencedException.class);
    assertThat(store().find(OWNER, archive.revision())).isEmpty();
    assertThat(store().owners()).isEmpty();
  }

  @Test
  void ownersAreKeptApart() throws Exception {
    var archive = archive("{}");
    store().put(OWNER, archive, Fence.OPEN);
    store().put(OTHER, archive, Fence.OPEN);
    store().put(new ResourceName("other", "dashboards"), archive, Fence.OPEN);
    store().removeAll(OTHER);
    assertThat(store().owners())
        .containsExactlyInAnyOrder(OWNER, new ResourceName("other", "dashboards"));
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void everyRevisionOfAnOwnerIsListed() {
    var stored = new ArrayList<StoredArchive>();
    for (int i = 0; i < 20; i++) {
      stored.add(store().put(OWNER, archive("[" + i + "]"), Fence.OPEN));
    }
    assertThat(store().list(OWNER)).containsExactlyInAnyOrderElementsOf(stored);
  }

  @Test
  void removedRevisionIsGoneAndTheOthersStay() throws Exception {
    var first = archive("[1]");
    var second = archive("[2]");
    store().put(OWNER, first, Fence.OPEN);
    store().put(OWNER, second, Fence.OPEN);
    store().remove(OWNER, first.revision());
    store().remove(OWNER, first.revision());
    assertThat(store().open(OWNER, first.revision())).isEmpty();
    assertThat(content(OWNER, second.revision())).isEqualTo(second.bytes());
  }

  @Test
  void removingEverythingOfNobodyIsNoError() {
    store().removeAll(OWNER);
    store().remove(OWNER, archive("{}").revision());
    assertThat(store().owners()).isEmpty();
  }

  @Test
  void anyPartCanBeCopied() throws Exception {
    var archive = archive("x".repeat(100_000));
    store().put(OWNER, archive, Fence.OPEN);
    var bytes = archive.bytes();
    try (var content = store().open(OWNER, archive.revision()).orElseThrow()) {
      assertThat(copied(content, 0, bytes.length)).isEqualTo(bytes);
      assertThat(copied(content, 10, 20)).isEqualTo(Arrays.copyOfRange(bytes, 10, 30));
      assertThat(copied(content, bytes.length - 1, 1))
          .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 1, bytes.length));
    }
  }

  @Test
  void largeArchiveComesBackWhole() throws Exception {
    var noise = new byte[24 << 20];
    new Random(7).nextBytes(noise);
    var archive = Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
    store().put(OWNER, archive, Fence.OPEN);
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
    assertThat(store().isSound(OWNER, archive.revision())).isTrue();
  }

  @Test
  void manyThreadsMayStoreTheSameAndOthers() throws Exception {
    var archives = new ArrayList<Archive>();
    for (int i = 0; i < 8; i++) {
      archives.add(archive("[" + i + "]"));
    }
    List<Callable<StoredArchive>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      var archive = archives.get(i % archives.size());
      calls.add(() -> store().put(OWNER, archive, Fence.OPEN));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get().size()).isPositive();
      }
    }
    assertThat(store().list(OWNER)).hasSize(archives.size());
    for (var archive : archives) {
      assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
    }
  }

  @Test
  void sweepingLeavesArchivesAlone() throws Exception {
    var archive = archive("{}");
    store().put(OWNER, archive, Fence.OPEN);
    assertThat(store().sweep(Duration.ZERO)).isZero();
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void probeOfAStoreThatWorksLeavesNothing() {
    assertThat(store().probe()).isEqualTo(new StoreHealth.Well());
    assertThat(store().owners()).isEmpty();
  }

  @Test
  void closedStoreRefusesEverything() {
    store().close();
    assertThatThrownBy(() -> store().list(OWNER)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store().put(OWNER, archive("{}"), Fence.OPEN))
        .isInstanceOf(IllegalStateException.class);
    store().close();
  }

  /** An archive of a rendered text. */
  protected static Archive archive(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return Archive.of(Revision.ofText(bytes), FileSet.of("rendered.json", bytes));
  }

  /** The bytes that the store serves. */
  protected byte[] content(ResourceName owner, Revision revision) throws IOException {
    try (var content = store().open(owner, revision).orElseThrow()) {
      return copied(content, 0, content.archive().size());
    }
  }

  /** The same files, packed as another runtime might. */
  private static Archive repacked(Archive archive) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(archive.bytes()));
        var packed =
            new GZIPOutputStream(bytes) {
              {
                def.setLevel(Deflater.NO_COMPRESSION);
              }
            }) {
      unpacked.transferTo(packed);
    }
    return new Archive(archive.revision(), bytes.toByteArray(), Digest.of(bytes.toByteArray()));
  }

  private StoredArchive find(Archive archive) {
    return store().find(OWNER, archive.revision()).orElseThrow();
  }

  private static byte[] copied(StoredContent content, long offset, long length) throws IOException {
    var out = new ByteArrayOutputStream();
    content.copy(offset, length, Channels.newChannel(out));
    return out.toByteArray();
  }
}
