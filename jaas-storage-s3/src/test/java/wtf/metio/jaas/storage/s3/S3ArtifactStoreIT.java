// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sts.StsClient;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.ArtifactStoreContract;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.snippet.ResourceName;
import wtf.metio.jaas.domain.source.FileSet;

class S3ArtifactStoreIT extends ArtifactStoreContract {

  private final S3Options options = SharedMinio.bucket();
  private final S3Client client = new S3ClientSetup(options).client();
  private final S3ArtifactStore store =
      new S3ArtifactStore(new S3ClientSetup(options).client(), options, InstantSource.system());

  @AfterEach
  void closeAll() {
    store.close();
    client.close();
  }

  @Override
  protected ArtifactStore store() {
    return store;
  }

  @Override
  protected void damage(ResourceName owner, Revision revision, byte[] bytes) {
    var key = key(owner, revision);
    var metadata =
        client.headObject(request -> request.bucket(options.bucket()).key(key)).metadata();
    put(key, bytes, metadata);
  }

  private static String key(ResourceName owner, Revision revision) {
    return "some/prefix/" + revision.path(owner);
  }

  private void put(String key, byte[] bytes, Map<String, String> metadata) {
    client.putObject(
        request -> request.bucket(options.bucket()).key(key).metadata(metadata),
        RequestBody.fromBytes(bytes));
  }

  @Test
  void anArchiveIsOneObjectWithWhatIsKnownOfItAsMetadata() {
    var archive = archive("{}");
    store.put(OWNER, archive, Fence.OPEN);
    var head =
        client.headObject(
            request -> request.bucket(options.bucket()).key(key(OWNER, archive.revision())));
    assertThat(head.contentType()).isEqualTo("application/gzip");
    assertThat(head.metadata())
        .containsEntry("jaas-digest", archive.digest().text())
        .containsEntry("jaas-revision", archive.revision().text());
  }

  @Test
  void whoStoredAnArchiveIsWrittenOnIt() {
    var archive = archive("{}");
    var unsigned = archive("[]");
    store.put(OWNER, unsigned, Fence.OPEN);
    try (var blue = named("blue");
        var green = named("green")) {
      blue.put(OWNER, archive, Fence.OPEN);
      green.put(OWNER, archive, Fence.OPEN);
      assertThat(metadata(archive.revision())).containsEntry("jaas-installation", "blue");
      assertThat(blue.isOurs(OWNER, archive.revision())).isTrue();
      assertThat(green.isOurs(OWNER, archive.revision())).isFalse();
      assertThat(store.isOurs(OWNER, archive.revision())).isFalse();
      assertThat(blue.isOurs(OWNER, unsigned.revision())).isFalse();
      assertThat(store.isOurs(OWNER, unsigned.revision())).isFalse();
      assertThat(blue.isOurs(OWNER, archive("1").revision())).isFalse();
    }
  }

  private S3ArtifactStore named(String installation) {
    return new S3ArtifactStore(
        new S3ClientSetup(options).client(), options, InstantSource.system(), installation);
  }

  private static Map<String, String> nothing() {
    return Map.of();
  }

  private Map<String, String> metadata(Revision revision) {
    return client
        .headObject(request -> request.bucket(options.bucket()).key(key(OWNER, revision)))
        .metadata();
  }

  private S3ArtifactStore another(S3Options elsewhere) {
    return new S3ArtifactStore(
        new S3ClientSetup(elsewhere).client(), elsewhere, InstantSource.system());
  }

  @Test
  void aRestoredCopyWithoutMetadataIsServedAndGetsItsMetadataBack() throws Exception {
    var archive = archive("{}");
    put(key(OWNER, archive.revision()), archive.bytes(), nothing());
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
    assertThat(store.isSound(OWNER, archive.revision())).isTrue();
    assertThat(store.list(OWNER)).extracting(it -> it.digest()).containsExactly(archive.digest());
    assertThat(metadata(archive.revision())).isEmpty();

    var stored = store.put(OWNER, archive, Fence.OPEN);

    assertThat(metadata(archive.revision())).containsEntry("jaas-digest", archive.digest().text());
    assertThat(store.find(OWNER, archive.revision())).contains(stored);
    try (var fresh = another(options)) {
      assertThat(fresh.find(OWNER, archive.revision())).contains(stored);
      assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
    }
  }

  @Test
  void bytesOfAnotherRuntimeWithoutMetadataStayAsTheyAre() throws Exception {
    var archive = archive("{}");
    var others = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(others)) {
      new GZIPInputStream(new ByteArrayInputStream(archive.bytes())).transferTo(gzip);
      gzip.write(new byte[512]);
    }
    put(key(OWNER, archive.revision()), others.toByteArray(), nothing());

    var stored = store.put(OWNER, archive, Fence.OPEN);

    assertThat(stored.digest()).isEqualTo(Digest.of(others.toByteArray()));
    assertThat(content(OWNER, archive.revision())).isEqualTo(others.toByteArray());
  }

  @Test
  void aDamagedCopyWithoutMetadataIsNoArchiveAndIsReplaced() throws Exception {
    var archive = archive("{}");
    put(key(OWNER, archive.revision()), archive("[]").bytes(), nothing());
    assertThat(store.find(OWNER, archive.revision())).isEmpty();
    assertThat(store.open(OWNER, archive.revision())).isEmpty();
    assertThat(store.list(OWNER)).isEmpty();

    store.put(OWNER, archive, Fence.OPEN);

    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void metadataOfAnotherArchiveDoesNotCount() throws Exception {
    var archive = archive("{}");
    var other = archive("[]");
    store.put(OWNER, other, Fence.OPEN);
    put(key(OWNER, archive.revision()), other.bytes(), metadata(other.revision()));
    assertThat(store.find(OWNER, archive.revision())).isEmpty();
    store.put(OWNER, archive, Fence.OPEN);
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void objectsOfOthersAreNeitherListedNorRemoved() {
    var archive = archive("{}");
    store.put(OWNER, archive, Fence.OPEN);
    var theirs =
        List.of(
            "some/prefix/team/dashboards/notes.txt",
            "some/prefix/team/dashboards/backup.tar.gz",
            "some/prefix/team/dashboards/deeper/" + archive.revision().fileName(),
            "some/prefix/team/" + archive.revision().fileName(),
            "some/prefix/" + archive.revision().fileName(),
            "some/" + archive.revision().path(OWNER));
    theirs.forEach(key -> put(key, archive.bytes(), nothing()));

    assertThat(store.list(OWNER)).hasSize(1);
    assertThat(store.owners()).containsExactly(OWNER);
    store.removeAll(OWNER);
    store.sweep(Duration.ZERO);

    assertThat(keysInTheBucket()).containsExactlyInAnyOrderElementsOf(theirs);
  }

  private List<String> keysInTheBucket() {
    return client
        .listObjectsV2Paginator(request -> request.bucket(options.bucket()))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  @Test
  void ownersAndArchivesAreListedBeyondTheFirstPage() throws Exception {
    int count = 1_100;
    var archive = archive("{}");
    var owners = new ArrayList<ResourceName>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        var owner = new ResourceName("team", "dashboards-" + i);
        owners.add(owner);
        threads.submit(() -> put(key(owner, archive.revision()), archive.bytes(), nothing()));
      }
    }
    assertThat(store.owners()).containsExactlyInAnyOrderElementsOf(owners);
  }

  @Test
  void leftoversOfProbesAreSweptOnceTheyAreOld() {
    put("some/prefix/.jaas-probe/left-over", new byte[1], nothing());
    assertThat(store.sweep(Duration.ofHours(1))).isZero();
    assertThat(store.sweep(Duration.ofSeconds(-10))).isEqualTo(1);
    assertThat(keysInTheBucket()).isEmpty();
  }

  @Test
  void severalProcessesAgreeOnTheBytesOfARevision() throws Exception {
    try (var other = another(options);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var ours = archive("[" + i + "]");
        var bytes = Arrays.copyOf(ours.bytes(), ours.bytes().length + 1);
        var theirs = new Archive(ours.revision(), bytes, Digest.of(bytes));
        var mine = threads.submit(() -> store.put(OWNER, ours, Fence.OPEN));
        var yours = threads.submit(() -> other.put(OWNER, theirs, Fence.OPEN));
        var first = mine.get();
        assertThat(yours.get().digest()).isEqualTo(first.digest());
        assertThat(Digest.of(content(OWNER, ours.revision()))).isEqualTo(first.digest());
      }
    }
  }

  /** A client that goes away in the middle. */
  private static WritableByteChannel gone() {
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        throw new IOException("gone");
      }

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void close() {
        // Nothing to close.
      }
    };
  }

  @Test
  void clientsThatGoAwayInTheMiddleLeaveNoConnectionOpen() throws Exception {
    var noise = new byte[4 << 20];
    new Random(7).nextBytes(noise);
    var archive = Archive.of(Revision.ofText(noise), FileSet.of("noise", noise));
    store.put(OWNER, archive, Fence.OPEN);
    for (int i = 0; i < 300; i++) {
      try (var content = store.open(OWNER, archive.revision()).orElseThrow()) {
        assertThatThrownBy(() -> content.copy(0, archive.bytes().length, gone()))
            .isInstanceOf(IOException.class)
            .hasMessage("gone");
      }
    }
    assertThat(content(OWNER, archive.revision())).isEqualTo(archive.bytes());
  }

  @Test
  void anArchiveThatIsRemovedAfterItWasOpenedFailsAsTheStoreDoes() {
    var archive = archive("{}");
    store.put(OWNER, archive, Fence.OPEN);
    try (var content = store.open(OWNER, archive.revision()).orElseThrow()) {
      store.remove(OWNER, archive.revision());
      var nowhere = Channels.newChannel(OutputStream.nullOutputStream());
      assertThatThrownBy(() -> content.copy(0, 10, nowhere))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("broke off");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyChecksumIsAccepted(Checksums checksums) {
    try (var other =
        another(
            new S3Options(
                options.endpoint(),
                false,
                "",
                options.bucket(),
                "",
                PathStyle.TRUE,
                checksums,
                options.firstByte(),
                options.credentials()))) {
      assertThat(other.probe()).isEqualTo(new StoreHealth.Well());
    }
  }

  @Test
  void temporaryKeysNeedTheirSessionToken() {
    var temporary = temporaryKeys();
    assertThat(probedWith(temporary)).isEqualTo(new StoreHealth.Well());
    assertThat(
            probedWith(new S3Credentials.Fixed(temporary.accessKey(), temporary.secretKey(), null)))
        .isInstanceOf(StoreHealth.Ill.class);
  }

  private StoreHealth probedWith(S3Credentials credentials) {
    try (var other =
        another(
            new S3Options(
                options.endpoint(),
                false,
                "",
                options.bucket(),
                "",
                PathStyle.AUTO,
                Checksums.MD5,
                options.firstByte(),
                credentials))) {
      return other.probe();
    }
  }

  private S3Credentials.Fixed temporaryKeys() {
    try (var sts =
        StsClient.builder()
            .endpointOverride(URI.create("http://" + options.endpoint()))
            .region(Region.US_EAST_1)
            .httpClientBuilder(Apache5HttpClient.builder())
            .credentialsProvider(new S3CredentialsProvider(options.credentials()))
            .build()) {
      var keys =
          sts.assumeRole(request -> request.roleArn("arn:xxx:xxx:xxx:xxxx").roleSessionName("test"))
              .credentials();
      return new S3Credentials.Fixed(
          keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    }
  }
}
