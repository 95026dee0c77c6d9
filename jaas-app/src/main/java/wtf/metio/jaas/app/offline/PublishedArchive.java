// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.app.offline;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.source.FileSet;
import wtf.metio.jaas.evaluator.imports.FileProblem;

/** An archive that was published, on this machine or at an address that the user wrote. */
final class PublishedArchive {

  private static final int PATIENCE = (int) Duration.ofSeconds(30).toMillis();
  private static final int GZIP = 0x1f8b;

  private PublishedArchive() {}

  /**
   * The files in an archive.
   *
   * @return empty if there is something else at this place
   * @throws IOException with a message for the user
   */
  static Optional<FileSet> at(String place) throws IOException {
    if (place.startsWith("http://") || place.startsWith("https://")) {
      return Optional.of(UnpackedFiles.of(download(place), Subtree.ALL, place));
    }
    try {
      var path = Path.of(place);
      if (!Files.isRegularFile(path) || !isGzip(path)) {
        return Optional.empty();
      }
      return Optional.of(
          UnpackedFiles.of(PackedSource.archive(path, Subtree.ALL), Subtree.ALL, place));
    } catch (InvalidPathException _) {
      throw new IOException(place + ": no path can have this name");
    } catch (FileSystemException problem) {
      throw new IOException(place + ": " + FileProblem.of(problem), problem);
    }
  }

  private static boolean isGzip(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      var begin = in.readNBytes(2);
      return begin.length == 2 && ((begin[0] & 0xff) << 8 | begin[1] & 0xff) == GZIP;
    }
  }

  private static byte[] download(String address) throws IOException {
    try {
      var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      connection.setRequestProperty("Accept-Encoding", "identity");
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException(address + ": the server answers " + status);
      }
      int most = (int) ArchiveLimits.DEFAULTS.compressed();
      try (var in = connection.getInputStream()) {
        var bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new IOException(address + ": the archive is larger than " + most + " bytes");
        }
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      throw new IOException(address + ": this is no address");
    } catch (SocketException | SocketTimeoutException problem) {
      throw new IOException(address + ": " + problem.getMessage(), problem);
    } catch (UnknownHostException problem) {
      throw new IOException(address + ": there is no host of this name", problem);
    }
  }
}
