// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wtf.metio.jaas.storage.local.Archives.OWNER;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/** One flipped bit. */
class DamagedArchiveTest {

  @TempDir Path folder;
  private LocalArtifactStore store;

  @BeforeEach
  void open() {
    store = newStore();
  }

  static Stream<Archive> archives() {
    return Stream.of(Archives.of("{}"), Archives.ofNoise(300_000));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void itIsNeverServed(Archive archive) throws Exception {
    store.put(OWNER, archive, Fence.OPEN);
    var random = new Random(5);
    for (int i = 0; i < 10; i++) {
      var bytes = archive.bytes().clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve(archive.revision().path(OWNER)), bytes);
      var afterStart = newStore();
      assertThat(afterStart.find(OWNER, archive.revision())).isPresent();
      assertThatThrownBy(() -> afterStart.open(OWNER, archive.revision()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("the stored archive is damaged");
      assertThat(afterStart.isSound(OWNER, archive.revision())).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void itIsNoticedWhileTheStoreIsInUseAndReplaced(Archive archive) throws Exception {
    store.put(OWNER, archive, Fence.OPEN);
    assertThat(content(archive)).isEqualTo(archive.bytes());
    var bytes = archive.bytes().clone();
    bytes[bytes.length - 1] ^= 1;
    Files.write(folder.resolve(archive.revision().path(OWNER)), bytes);
    assertThatThrownBy(() -> content(archive)).isInstanceOf(StoreUnavailableException.class);
    store.put(OWNER, archive, Fence.OPEN);
    assertThat(content(archive)).isEqualTo(archive.bytes());
  }

  private byte[] content(Archive archive) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var content = store.open(OWNER, archive.revision()).orElseThrow()) {
      content.copy(0, content.archive().size(), Channels.newChannel(out));
    }
    return out.toByteArray();
  }

  private LocalArtifactStore newStore() {
    return LocalArtifactStore.at(folder, InstantSource.system());
  }
}
