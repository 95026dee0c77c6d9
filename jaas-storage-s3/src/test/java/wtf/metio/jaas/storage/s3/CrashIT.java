// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.testservers.MinioServer;

/**
 * Whoever is killed and whenever: what was announced is there, and nothing that is there is torn.
 */
class CrashIT {

  private static final Random MOMENTS = new Random(42);
  private static final int LONGEST_MILLIS = 400;

  /** What a writer announced: digests by revision. */
  private final Map<Revision, Digest> announced = new HashMap<>();

  private static S3ArtifactStore store(S3Options options) {
    return new S3ArtifactStore(
        new S3ClientSetup(options).client(), options, InstantSource.system());
  }

  private static Process writer(S3Options options, int round) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                options.endpoint(),
                options.bucket(),
                Integer.toString(round)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void listen(BufferedReader lines, CountDownLatch first) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var words = line.split(" ");
        // The last line may be torn: then nobody was told.
        if (words.length == 3 && words[2].equals("stored")) {
          announced.put(new Revision(words[0]), new Digest(words[1]));
          first.countDown();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a writer write, and does something to somebody a moment after its first archive. */
  private void interrupted(S3Options options, int round, Runnable interruption) throws Exception {
    var process = writer(options, round);
    try (var lines = process.inputReader()) {
      var first = new CountDownLatch(1);
      var listener = Thread.ofVirtual().start(() -> listen(lines, first));
      assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
      process.waitFor(MOMENTS.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      interruption.run();
      // Killed through its handle, the process leaves what it said to be read to the end.
      process.toHandle().destroyForcibly();
      process.waitFor();
      listener.join();
    }
  }

  private void assertThatEverythingIsWhole(S3Options options) {
    try (var store = store(options)) {
      announced.forEach(
          (revision, digest) -> {
            assertThat(store.isSound(CrashingWriter.OWNER, revision)).isTrue();
            assertThat(store.find(CrashingWriter.OWNER, revision))
                .hasValueSatisfying(it -> assertThat(it.digest()).isEqualTo(digest));
          });
      var listed = new ArrayList<>(store.list(CrashingWriter.OWNER));
      assertThat(listed.size()).isGreaterThanOrEqualTo(announced.size());
      for (var archive : listed) {
        assertThat(store.isSound(CrashingWriter.OWNER, archive.revision())).isTrue();
      }
      store.sweep(Duration.ofSeconds(-10));
      store.removeAll(CrashingWriter.OWNER);
      assertThat(store.owners()).isEmpty();
    }
    announced.clear();
  }

  private void kill(int times) throws Exception {
    var options = SharedMinio.bucket();
    for (int round = 0; round < times; round++) {
      interrupted(options, round, () -> {});
      assertThatEverythingIsWhole(options);
    }
  }

  @Test
  void aWriterThatIsKilledLeavesOnlyWholeArchives() throws Exception {
    kill(5);
  }

  @Test
  @Tag("long")
  void aWriterThatIsKilledFiveHundredTimesLeavesOnlyWholeArchives() throws Exception {
    kill(500);
  }

  private void killServer(int times) throws Exception {
    try (var minio = MinioServer.start()) {
      var options = SharedMinio.newBucket(minio);
      for (int round = 0; round < times; round++) {
        interrupted(options, round, minio::kill);
        minio.restart();
        assertThatEverythingIsWhole(options);
      }
    }
  }

  @Test
  void aServerThatIsKilledHasWhatItTookIn() throws Exception {
    killServer(3);
  }

  @Test
  @Tag("long")
  void aServerThatIsKilledAHundredTimesHasWhatItTookIn() throws Exception {
    killServer(100);
  }
}
