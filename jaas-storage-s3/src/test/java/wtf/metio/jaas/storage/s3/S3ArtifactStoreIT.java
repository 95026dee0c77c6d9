// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.ArtifactStoreContract;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.snippet.ResourceName;

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
}
