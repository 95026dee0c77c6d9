// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import wtf.metio.jaas.domain.artifact.StoredContent;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.source.DownloadListener.Ended;
import wtf.metio.jaas.source.DownloadListener.Result;
import wtf.metio.jaas.source.cache.CacheUnavailableException;
import wtf.metio.jaas.source.cache.Gate;
import wtf.metio.jaas.source.cache.Shelf;
import wtf.metio.jaas.source.http.Download;
import wtf.metio.jaas.source.http.HttpDownloads;

/** Brings archives to the shelf, a few at a time. */
final class Archives {

  private final HttpDownloads downloads;
  private final Shelf shelf;
  private final Gate gate;
  private final DownloadListener listener;

  Archives(HttpDownloads downloads, Shelf shelf, Gate gate, DownloadListener listener) {
    this.downloads = downloads;
    this.shelf = shelf;
    this.gate = gate;
    this.listener = listener;
  }

  /**
   * Downloads an archive.
   *
   * @param name under which it is kept
   */
  Landing bring(String name, Wanted wanted, Cancellation cancellation) {
    if (!gate.enter(cancellation)) {
      return Landing.forNow("nobody waits for the source any more");
    }
    try (var draft = shelf.draft()) {
      long begin = System.nanoTime();
      var download = download(wanted.address().url(), draft.file(), cancellation);
      var objection = objection(download, wanted.digest());
      listener.ended(
          new Ended(
              objection.isPresent() ? Result.WRONG_DIGEST : result(download),
              bytes(download),
              Duration.ofNanos(System.nanoTime() - begin)));
      return switch (download) {
        case Download.Complete _ when objection.isPresent() ->
            Landing.permanently(wanted.label() + ": " + objection.get());
        case Download.Complete _ -> new Landing.Kept(draft.put(name));
        case Download.Failed(var problem, var message, _) ->
            problem.isPermanent()
                ? Landing.permanently(wanted.label() + ": " + message)
                : Landing.forNow(wanted.label() + ": " + message);
      };
    } finally {
      gate.leave();
    }
  }

  /** Copies an archive from a store of this process. */
  Landing copy(String name, StoredSource stored, Cancellation cancellation) {
    if (!gate.enter(cancellation)) {
      return Landing.forNow("nobody waits for the source any more");
    }
    try (var draft = shelf.draft();
        var content = new Opened(stored.content().get())) {
      return content.copied(draft.file())
          ? new Landing.Kept(draft.put(name))
          : Landing.forNow(stored.label() + ": its archive is not there now");
    } finally {
      gate.leave();
    }
  }

  /** What a store gave, if it gave anything. */
  private record Opened(Optional<StoredContent> content) implements AutoCloseable {

    boolean copied(Path file) {
      if (content.isEmpty()) {
        return false;
      }
      try (var target =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        content.get().copy(0, content.get().archive().size(), target);
        return true;
      } catch (IOException e) {
        throw new CacheUnavailableException(e);
      }
    }

    @Override
    public void close() {
      content.ifPresent(StoredContent::close);
    }
  }

  private Download download(String url, Path file, Cancellation cancellation) {
    try (var target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      return downloads.download(url, target, cancellation);
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    } catch (UncheckedIOException e) {
      throw new CacheUnavailableException(e);
    }
  }

  private static Optional<String> objection(Download download, ExpectedDigest expected) {
    return download instanceof Download.Complete(var digest, _)
        ? expected.objection(digest)
        : Optional.empty();
  }

  private static Result result(Download download) {
    return switch (download) {
      case Download.Complete _ -> Result.COMPLETE;
      case Download.Failed(var problem, _, _) ->
          switch (problem) {
            case FORBIDDEN -> Result.FORBIDDEN;
            case REJECTED -> Result.REJECTED;
            case TOO_LARGE -> Result.TOO_LARGE;
            case SERVER, NETWORK -> Result.FAILED;
            case TIMEOUT -> Result.TIMED_OUT;
            case CANCELLED -> Result.CANCELLED;
          };
    };
  }

  private static long bytes(Download download) {
    return switch (download) {
      case Download.Complete(_, var bytes) -> bytes;
      case Download.Failed(_, _, var bytes) -> bytes;
    };
  }
}
