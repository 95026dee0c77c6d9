// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import wtf.metio.jaas.domain.artifact.Archive;
import wtf.metio.jaas.domain.artifact.ArtifactStore;
import wtf.metio.jaas.domain.artifact.Fence;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.Revision;
import wtf.metio.jaas.domain.artifact.StoreHealth;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;
import wtf.metio.jaas.domain.artifact.StoredArchive;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.snippet.ResourceName;

/**
 * Archives in a bucket.
 *
 * <p>An archive is one object, uploaded in one request, which a server shows whole or not at all.
 * Revision, digest and time are written on it as metadata. Objects without them, such as those of a
 * restored copy, count by their bytes: if they unpack to the content of the revision that their key
 * names, they are served as they are, and {@link #put} writes on them what is missing.
 *
 * <p>Several processes may use one bucket. Where the server knows conditional uploads, which AWS
 * and MinIO do, the first of two that store one revision wins and the other keeps its bytes;
 * elsewhere the second wins.
 *
 * <p>When the calling thread is interrupted the request is given up.
 */
public final class S3ArtifactStore implements ArtifactStore {

  private static final int ATTEMPTS = 5;
  private static final int PROBE_BYTES = 1024;
  private static final String INSTALLATION = "jaas-installation";

  private final Bucket bucket;
  private final Keys keys;
  private final InstantSource clock;
  private final String installation;
  private final OwnerLocks locks = new OwnerLocks();
  private final KnownArchives known = new KnownArchives();
  private volatile boolean closed;

  /**
   * The store in a bucket; nothing is asked of the server before the first call.
   *
   * @param client closed with the store
   * @param clock for what is written on objects
   */
  public S3ArtifactStore(S3Client client, S3Options options, InstantSource clock) {
    this(client, options, clock, "");
  }

  /**
   * The store in a bucket; nothing is asked of the server before the first call.
   *
   * @param client closed with the store
   * @param clock for what is written on objects
   * @param installation a word that is written on each object; empty for none
   */
  public S3ArtifactStore(
      S3Client client, S3Options options, InstantSource clock, String installation) {
    this.bucket = new Bucket(client, options);
    this.keys = new Keys(options.prefix());
    this.clock = clock;
    this.installation = installation;
  }

  @Override
  public StoredArchive put(ResourceName owner, Archive archive, Fence fence) {
    ensureOpen();
    var key = keys.of(owner, archive.revision());
    return locks.holding(owner, () -> deposited(key, archive, fence));
  }

  private StoredArchive deposited(String key, Archive archive, Fence fence) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var there = Examination.of(bucket, key, archive.revision());
      if (there.isPresent() && there.get().sound()) {
        return kept(key, there.get(), fence);
      }
      var written = written(key, archive, fence, there);
      if (written.isPresent()) {
        return written.get();
      }
      // Somebody else was there in between: what they left counts.
    }
    throw bucket.failures().contended();
  }

  /** What is there already, with a label from now on. */
  private StoredArchive kept(String key, Examination there, Fence fence) {
    var archive = there.archive();
    if (!there.labelled() && fence.open()) {
      var label = new Label(archive.revision(), archive.digest(), archive.stored());
      bucket.relabel(key, there.object().tag(), label.metadata());
    }
    return known.remember(key, there.object().tag(), archive);
  }

  private Optional<StoredArchive> written(
      String key, Archive archive, Fence fence, Optional<Examination> instead) {
    if (!fence.open()) {
      throw new FencedException();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var label = new Label(archive.revision(), archive.digest(), now);
    var tag = instead.map(damaged -> damaged.object().tag()).orElse(null);
    var stored =
        new StoredArchive(archive.revision(), archive.digest(), archive.bytes().length, now);
    return bucket
        .put(new Upload(key, archive.bytes(), marked(label), tag, fence))
        .map(written -> known.remember(key, written, stored));
  }

  private Map<String, String> marked(Label label) {
    var metadata = new HashMap<>(label.metadata());
    if (!installation.isEmpty()) {
      metadata.put(INSTALLATION, installation);
    }
    return metadata;
  }

  @Override
  public boolean isOurs(ResourceName owner, Revision revision) {
    ensureOpen();
    return bucket
        .head(keys.of(owner, revision))
        .filter(object -> Label.on(object.metadata(), revision).isPresent())
        .map(object -> object.metadata().getOrDefault(INSTALLATION, ""))
        .filter(name -> !name.isEmpty() && name.equals(installation))
        .isPresent();
  }

  @Override
  public Optional<StoredArchive> find(ResourceName owner, Revision revision) {
    ensureOpen();
    return found(keys.of(owner, revision), revision).map(Found::archive);
  }

  @Override
  public Optional<StoredContent> open(ResourceName owner, Revision revision) {
    ensureOpen();
    var key = keys.of(owner, revision);
    return found(key, revision)
        .map(found -> new S3Content(bucket, key, found.tag(), found.archive()));
  }

  @Override
  public boolean isSound(ResourceName owner, Revision revision) {
    ensureOpen();
    return Examination.of(bucket, keys.of(owner, revision), revision)
        .filter(Examination::sound)
        .isPresent();
  }

  @Override
  public List<StoredArchive> list(ResourceName owner) {
    ensureOpen();
    var archives = new ArrayList<StoredArchive>();
    for (var object : bucket.list(keys.all(owner))) {
      keys.place(object.key())
          .flatMap(place -> listed(object, place.revision()))
          .ifPresent(archives::add);
    }
    return List.copyOf(archives);
  }

  private Optional<StoredArchive> listed(S3Object object, Revision revision) {
    var remembered = known.find(object.key(), object.eTag(), object.size());
    return remembered.isPresent() ? remembered : found(object.key(), revision).map(Found::archive);
  }

  @Override
  public List<ResourceName> owners() {
    ensureOpen();
    return bucket.list(keys.all()).stream()
        .flatMap(object -> keys.place(object.key()).stream())
        .map(Keys.Place::owner)
        .distinct()
        .toList();
  }

  @Override
  public void remove(ResourceName owner, Revision revision) {
    ensureOpen();
    var key = keys.of(owner, revision);
    locks.holding(
        owner,
        () -> {
          removed(key);
          return key;
        });
  }

  @Override
  public void removeAll(ResourceName owner) {
    ensureOpen();
    locks.holding(
        owner,
        () -> {
          var objects = bucket.list(keys.all(owner));
          objects.stream()
              .map(S3Object::key)
              .filter(key -> keys.place(key).isPresent())
              .forEach(this::removed);
          return objects;
        });
  }

  private void removed(String key) {
    known.forget(key);
    bucket.delete(key);
  }

  /** {@inheritDoc} An upload leaves nothing behind; a probe may. */
  @Override
  public int sweep(Duration age) {
    ensureOpen();
    var limit = clock.instant().minus(age);
    var leftovers =
        bucket.list(keys.probes()).stream()
            .filter(object -> !object.lastModified().isAfter(limit))
            .toList();
    leftovers.forEach(object -> bucket.delete(object.key()));
    return leftovers.size();
  }

  @Override
  public StoreHealth probe() {
    ensureOpen();
    var key = keys.probes() + UUID.randomUUID();
    try {
      bucket.put(Upload.ofProbe(key, new byte[PROBE_BYTES]));
      bucket.delete(key);
      return new StoreHealth.Well();
    } catch (StoreUnavailableException e) {
      return new StoreHealth.Ill(e.problem(), e.text());
    }
  }

  @Override
  public void close() {
    closed = true;
    bucket.close();
  }

  /**
   * An archive in the bucket.
   *
   * @param tag of its object
   */
  private record Found(String tag, StoredArchive archive) {}

  private Optional<Found> found(String key, Revision revision) {
    return bucket.head(key).flatMap(object -> understood(key, object, revision));
  }

  /** Empty if the object is no archive of the revision; without a label its bytes decide. */
  private Optional<Found> understood(String key, StoredObject object, Revision revision) {
    var label = Label.on(object.metadata(), revision);
    if (label.isPresent()) {
      var archive =
          new StoredArchive(revision, label.get().digest(), object.size(), label.get().stored());
      return Optional.of(new Found(object.tag(), known.remember(key, object.tag(), archive)));
    }
    var remembered = known.find(key, object.tag(), object.size());
    if (remembered.isPresent()) {
      return remembered.map(archive -> new Found(object.tag(), archive));
    }
    return Examination.of(bucket, key, revision)
        .filter(Examination::sound)
        .map(
            read ->
                new Found(
                    read.object().tag(), known.remember(key, read.object().tag(), read.archive())));
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the store is closed");
    }
  }
}
