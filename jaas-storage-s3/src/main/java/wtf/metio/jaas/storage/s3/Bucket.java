// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.storage.s3;

import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import wtf.metio.jaas.domain.artifact.FencedException;
import wtf.metio.jaas.domain.artifact.StoreUnavailableException;

/**
 * Objects in one bucket, whatever they hold.
 *
 * <p>Every method throws {@link StoreUnavailableException} and nothing of the SDK.
 */
final class Bucket implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/gzip";
  private static final int NOT_IMPLEMENTED = HttpURLConnection.HTTP_NOT_IMPLEMENTED;

  private final S3Client client;
  private final String name;
  private final Checksums checksums;
  private final Deadlines deadlines;
  private final Failures failures;

  /** Whether the server knows requests that depend on what is there; found out by asking. */
  private volatile boolean conditional = true;

  Bucket(S3Client client, S3Options options) {
    this.client = client;
    this.name = options.bucket();
    this.checksums = options.checksums();
    this.deadlines = new Deadlines(options.firstByte());
    this.failures = new Failures(options.bucket());
  }

  Failures failures() {
    return failures;
  }

  /** What is known of an object; empty if there is none. */
  Optional<StoredObject> head(String key) {
    return call(
        () -> {
          try {
            return Optional.of(
                StoredObject.of(
                    client.headObject(
                        request ->
                            request
                                .bucket(name)
                                .key(key)
                                .overrideConfiguration(deadlines.ofQuestion()))));
          } catch (S3Exception e) {
            return absentIn(bucketThatIsThere(e));
          }
        });
  }

  /** An object with its bytes from an offset on; empty if there is none of this tag. */
  Optional<ResponseInputStream<GetObjectResponse>> open(GetObjectRequest.Builder request) {
    var whole = request.bucket(name).overrideConfiguration(deadlines.ofQuestion()).build();
    return call(
        () -> {
          try {
            return Optional.of(client.getObject(whole));
          } catch (S3Exception e) {
            return absentIn(e);
          }
        });
  }

  /** Stores an object and returns its tag; empty if somebody else changed it meanwhile. */
  Optional<String> put(Upload upload) {
    return call(
        () -> {
          try {
            return Optional.of(sent(upload));
          } catch (S3Exception e) {
            if (conditional && e.statusCode() == NOT_IMPLEMENTED) {
              conditional = false;
              return Optional.of(sent(upload));
            }
            return lost(e);
          }
        });
  }

  private String sent(Upload upload) {
    var request =
        PutObjectRequest.builder()
            .bucket(name)
            .key(upload.key())
            .contentType(CONTENT_TYPE)
            .contentLength((long) upload.bytes().length)
            .metadata(upload.metadata())
            .overrideConfiguration(deadlines.ofUpload(upload.bytes().length, upload.fence()));
    checksums.put(upload.bytes(), request);
    if (conditional) {
      condition(upload, request);
    }
    return client.putObject(request.build(), RequestBody.fromBytes(upload.bytes())).eTag();
  }

  private static void condition(Upload upload, PutObjectRequest.Builder request) {
    var tag = upload.instead();
    if (tag == null) {
      request.ifNoneMatch("*");
    } else if (!tag.isEmpty()) {
      request.ifMatch(tag);
    }
  }

  /**
   * Writes metadata on an object of this tag. Some servers cannot, and somebody else may have
   * changed it: then nothing happens.
   */
  void relabel(String key, String tag, Map<String, String> metadata) {
    call(
        () -> {
          try {
            return Optional.of(
                client.copyObject(
                    request ->
                        request
                            .sourceBucket(name)
                            .sourceKey(key)
                            .copySourceIfMatch(tag.isEmpty() ? null : tag)
                            .destinationBucket(name)
                            .destinationKey(key)
                            .contentType(CONTENT_TYPE)
                            .metadata(metadata)
                            .metadataDirective(MetadataDirective.REPLACE)
                            .overrideConfiguration(deadlines.ofQuestion())));
          } catch (S3Exception e) {
            return e.statusCode() == NOT_IMPLEMENTED ? Optional.empty() : lost(e);
          }
        });
  }

  /** Removes an object; one that is not there is no error. */
  void delete(String key) {
    call(
        () ->
            client.deleteObject(
                request ->
                    request.bucket(name).key(key).overrideConfiguration(deadlines.ofQuestion())));
  }

  /** All objects whose keys begin with this. */
  List<S3Object> list(String prefix) {
    return call(
        () ->
            client
                .listObjectsV2Paginator(
                    request ->
                        request
                            .bucket(name)
                            .prefix(prefix)
                            .overrideConfiguration(deadlines.ofQuestion()))
                .contents()
                .stream()
                .toList());
  }

  @Override
  public void close() {
    client.close();
  }

  private <T> T call(Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      if (e.getCause() instanceof FencedException closed) {
        throw closed;
      }
      throw failures.of(e);
    }
  }

  /**
   * The failure, or that of asking for the bucket: a missing object and a missing bucket look
   * alike.
   */
  private S3Exception bucketThatIsThere(S3Exception failure) {
    if (failure.statusCode() == HttpURLConnection.HTTP_NOT_FOUND) {
      client.headBucket(
          request -> request.bucket(name).overrideConfiguration(deadlines.ofQuestion()));
    }
    return failure;
  }

  private static <T> Optional<T> absentIn(S3Exception failure) {
    boolean changed = failure.statusCode() == HttpURLConnection.HTTP_PRECON_FAILED;
    if (changed || isMissingObject(failure)) {
      return Optional.empty();
    }
    throw failure;
  }

  private static <T> Optional<T> lost(S3Exception failure) {
    boolean conflict = failure.statusCode() == HttpURLConnection.HTTP_CONFLICT;
    if (conflict) {
      return Optional.empty();
    }
    return absentIn(failure);
  }

  private static boolean isMissingObject(S3Exception failure) {
    var details = failure.awsErrorDetails();
    return failure.statusCode() == HttpURLConnection.HTTP_NOT_FOUND
        && (details == null || !"NoSuchBucket".equals(details.errorCode()));
  }
}
