// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * MinIO on a free port of this machine, with a folder of its own.
 *
 * <p>It can be stopped, killed and frozen, and comes back on the same port with the same data.
 * Belongs to one thread at a time.
 */
public final class MinioServer implements AutoCloseable {

  /** Of the user that may do everything. */
  public static final String ACCESS_KEY = "jaas-tests";

  /** Of the same user. */
  public static final String SECRET_KEY = "a-secret-of-no-worth";

  private final Path program;
  private final Path folder;
  private final int port = Loopback.freePort();
  private ServerProcess process;

  private MinioServer(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
    this.process = run();
  }

  /** Starts a server without buckets, or ends the test if there is no MinIO. */
  public static MinioServer start() {
    var program = Programs.required(Program.MINIO);
    return new MinioServer(program, TemporaryFolder.create("minio"));
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://" + Loopback.HOST + ":" + port);
  }

  /** Makes an empty bucket. */
  public void createBucket(String name) {
    try {
      Files.createDirectories(data().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts an object into a bucket, in place of the one with the same key if there is one.
   *
   * @param key of letters, digits, dots, dashes and slashes
   */
  public void put(String bucket, String key, String content) {
    BucketUpload.put(
        endpoint(), "/" + bucket + "/" + key, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return process.alive();
  }

  /** Stops it; what it stores stays. */
  public void stop() {
    process.stop();
  }

  /** Ends it in the middle of whatever it does; what it stores stays. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #stop} or {@link #kill}. */
  public void restart() {
    process.ensureEnded();
    process = run();
  }

  /** From now on it accepts connections and never answers, until {@link #thaw}. */
  public void freeze() {
    process.signal("STOP");
  }

  /** Ends {@link #freeze}. */
  public void thaw() {
    process.signal("CONT");
  }

  @Override
  public void close() {
    process.kill();
    TemporaryFolder.delete(folder);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private ServerProcess run() {
    var command =
        List.of(
            program.toString(),
            "server",
            "--quiet",
            "--certs-dir",
            folder.resolve("certificates").toString(),
            "--address",
            Loopback.HOST + ":" + port,
            data().toString());
    var environment =
        Map.of(
            "MINIO_ROOT_USER", ACCESS_KEY,
            "MINIO_ROOT_PASSWORD", SECRET_KEY,
            "MINIO_BROWSER", "off",
            "MINIO_UPDATE", "off",
            "MINIO_CI_CD", "1");
    return ServerProcess.start(command, environment, folder.resolve("log"))
        .awaitReady(this::isReady);
  }

  /** It calls itself ready before it knows its users; until then it refuses nobody by right. */
  private boolean isReady() {
    return Loopback.status(endpoint().resolve("/")) == HttpURLConnection.HTTP_FORBIDDEN;
  }
}
