// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import wtf.metio.jaas.domain.archive.Subtree;
import wtf.metio.jaas.domain.condition.Reason;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.Retry;
import wtf.metio.jaas.domain.publication.SourceFetcher.Delivery;
import wtf.metio.jaas.domain.publication.SourceFetcher.Location;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.source.cache.CacheUnavailableException;
import wtf.metio.jaas.source.cache.Flights;
import wtf.metio.jaas.source.cache.Gate;
import wtf.metio.jaas.source.cache.Scratch;
import wtf.metio.jaas.source.cache.Shelf;
import wtf.metio.jaas.source.http.HttpDownloads;
import wtf.metio.jaas.source.http.Names;
import wtf.metio.jaas.source.urlguard.UrlGuard;
import wtf.metio.jaas.source.urlguard.Verdict;

/**
 * Archives of other servers as trees of files.
 *
 * <p>An archive of a known digest or revision is downloaded once, and each part of it unpacked
 * once, for all who use it at a time and for those who come later, as long as there is room. Any
 * number of threads may call at once. After {@link #close} nothing is fetched any more and trees in
 * use are gone.
 */
public final class ArtifactSources implements AutoCloseable {

  private final UrlGuard guard;
  private final Scratch scratch;
  private final Shelf shelf;
  private final HttpDownloads downloads;
  private final Archives archives;
  private final Trees trees;
  private final ExecutorService executor;
  private final Flights<Landing> archiveFlights;
  private final Flights<Landing> treeFlights;
  private final AtomicLong unrepeatable = new AtomicLong();

  /**
   * Removes what earlier processes left in the folder, and begins with nothing.
   *
   * @throws CacheUnavailableException if the folder cannot be used
   */
  public ArtifactSources(SourceSettings settings, Names names, DownloadListener listener) {
    guard = new UrlGuard(settings.allowed());
    scratch = Scratch.in(settings.folder());
    shelf = new Shelf(scratch.folder(), settings.keptBytes());
    downloads = new HttpDownloads(settings.http(), guard, names);
    var gate = new Gate(settings.atATime());
    archives = new Archives(downloads, shelf, gate, listener);
    trees = new Trees(shelf, gate, settings.archives());
    executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("source-", 0).factory());
    archiveFlights = new Flights<>(executor);
    treeFlights = new Flights<>(executor);
  }

  /**
   * Judges an address; asks nobody for anything.
   *
   * @param path the wanted part, as its author wrote it; empty for all
   * @return where the files are, by a revision that is different for another part
   */
  public Location locate(ArtifactAddress address, String path) {
    var digest = ExpectedDigest.of(address.digest());
    if (digest instanceof ExpectedDigest.Malformed) {
      return unavailable(address, "its digest is not written as sha256: and 64 hexadecimal digits");
    }
    if (guard.check(address.url()) instanceof Verdict.Refused(var reason)) {
      return unavailable(address, reason);
    }
    var wanted =
        new Wanted(address, digest, new Part(Wanted.label(address.url()), Subtree.of(path)));
    return new Location.Found(
        wanted.revision(), cancellation -> delivered(() -> tree(wanted, cancellation)));
  }

  /**
   * An archive in a store of this process, which need not be asked for over the network.
   *
   * @param path as above
   */
  public Location locate(StoredSource stored, String path) {
    var part = new Part(stored.label(), Subtree.of(path));
    return new Location.Found(
        part.revisionOf(stored.digest().text()),
        cancellation -> delivered(() -> tree(stored, part, cancellation)));
  }

  /**
   * Files that need no download.
   *
   * @return where they are; whoever wants them gets them as they are when he does, or is told that
   *     they are others by then
   */
  public Location locate(NearbyFiles files) {
    var name = "nearby " + files.revision();
    return new Location.Found(
        files.revision(),
        cancellation ->
            delivered(
                () ->
                    kept(
                        name,
                        treeFlights,
                        unwanted -> trees.copy(name, files, unwanted),
                        cancellation)));
  }

  @Override
  public void close() {
    executor.shutdownNow();
    downloads.close();
    scratch.close();
  }

  private static Delivery delivered(Supplier<Landing> work) {
    try {
      return delivery(work.get());
    } catch (CacheUnavailableException e) {
      return delivery(Landing.forNow(String.valueOf(e.getMessage())));
    }
  }

  private static Delivery delivery(Landing landing) {
    return switch (landing) {
      case Landing.Kept(var held) -> new Delivery.Delivered(held.tree());
      case Landing.Lost(var problem) -> new Delivery.Undelivered(problem);
    };
  }

  private Landing tree(Wanted wanted, Cancellation cancellation) {
    var name = "tree " + wanted.revision();
    return kept(name, treeFlights, unwanted -> unpacked(name, wanted, unwanted), cancellation);
  }

  private Landing unpacked(String name, Wanted wanted, Cancellation cancellation) {
    try (var archive = archive(wanted, cancellation)) {
      return switch (archive) {
        case Landing.Kept(var held) ->
            trees.unpack(
                wanted.isRepeatable() ? name : once(name), wanted.part(), held, cancellation);
        case Landing.Lost lost -> lost;
      };
    }
  }

  // Kept apart from what was downloaded: there every byte was held to the digest.
  private Landing tree(StoredSource stored, Part part, Cancellation cancellation) {
    var name = "stored tree " + part.revisionOf(stored.digest().text());
    return kept(
        name, treeFlights, unwanted -> unpacked(name, stored, part, unwanted), cancellation);
  }

  private Landing unpacked(String name, StoredSource stored, Part part, Cancellation cancellation) {
    var archiveName = "stored archive " + stored.digest();
    try (var archive =
        kept(
            archiveName,
            archiveFlights,
            unwanted -> archives.copy(archiveName, stored, unwanted),
            cancellation)) {
      return switch (archive) {
        case Landing.Kept(var held) -> trees.unpack(name, part, held, cancellation);
        case Landing.Lost lost -> lost;
      };
    }
  }

  private Landing archive(Wanted wanted, Cancellation cancellation) {
    var name = "archive " + wanted.archive();
    // Without a digest, a damaged one must not be found again, and who knows whether it is.
    return wanted.digest() instanceof ExpectedDigest.Only
        ? kept(
            name, archiveFlights, unwanted -> archives.bring(name, wanted, unwanted), cancellation)
        : archives.bring(once(name), wanted, cancellation);
  }

  private Landing kept(
      String name,
      Flights<Landing> flights,
      Function<Cancellation, Landing> work,
      Cancellation cancellation) {
    // Looked for again by the work: it may have been put there between our look and its begin.
    return onShelf(name)
        .or(
            () ->
                flights.join(
                    name,
                    unwanted -> onShelf(name).orElseGet(() -> work.apply(unwanted)),
                    Landing::again,
                    cancellation))
        .orElseGet(() -> Landing.forNow("nobody waits for the source any more"));
  }

  private Optional<Landing> onShelf(String name) {
    return shelf.take(name).map(Landing.Kept::new);
  }

  /** A name that nobody will ask for. */
  private String once(String name) {
    return name + " #" + unrepeatable.incrementAndGet();
  }

  private static Location unavailable(ArtifactAddress address, String reason) {
    return new Location.Unavailable(
        new SourceProblem(
            Reason.SOURCE_FETCH_FAILED, Wanted.label(address.url()) + ": " + reason, Retry.SLOWLY));
  }
}
