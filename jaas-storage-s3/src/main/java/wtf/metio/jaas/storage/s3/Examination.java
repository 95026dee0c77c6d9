// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import wtf.metio.jaas.domain.artifact.ContentCheck;
import wtf.metio.jaas.domain.artifact.Digest;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.notation.Sha256;

/**
 * What came of reading all bytes of an object.
 *
 * @param object that was read
 * @param archive that it holds, with the digest of the bytes that were read
 * @param labelled whether we wrote on it what it is
 * @param sound whether the bytes are those that the label names, or, without a label, an archive of
 *     the content that belongs to the revision
 */
record Examination(StoredObject object, StoredArchive archive, boolean labelled, boolean sound) {

  /** Reads an object; empty if there is none. */
  static Optional<Examination> of(Bucket bucket, String key, Revision revision) {
    var opened = bucket.open(GetObjectRequest.builder().key(key));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    var stream = opened.get();
    try (stream) {
      return Optional.of(read(StoredObject.of(stream.response()), stream, revision));
    } catch (IOException e) {
      stream.abort();
      throw bucket.failures().torn(e);
    }
  }

  private static Examination read(StoredObject object, InputStream stream, Revision revision)
      throws IOException {
    var label = Label.on(object.metadata(), revision);
    var sha256 = Sha256.begin();
    var bytes = new DigestInputStream(stream, sha256);
    boolean holds = label.isPresent() || ContentCheck.holds(bytes, revision);
    bytes.transferTo(OutputStream.nullOutputStream());
    var digest = Digest.of(sha256);
    var stored = label.map(Label::stored).orElse(object.modified());
    return new Examination(
        object,
        new StoredArchive(revision, digest, object.size(), stored),
        label.isPresent(),
        label.map(it -> it.digest().equals(digest)).orElse(holds));
  }
}
