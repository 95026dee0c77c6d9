// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
package wtf.metio.jaas.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import wtf.metio.jaas.domain.archive.ArchiveLimits;
import wtf.metio.jaas.domain.archive.Unpacked;
import wtf.metio.jaas.domain.evaluation.Cancellation;
import wtf.metio.jaas.domain.publication.SourceFetcher.SourceProblem;
import wtf.metio.jaas.source.cache.CacheUnavailableException;
import wtf.metio.jaas.source.cache.Gate;
import wtf.metio.jaas.source.cache.Held;
import wtf.metio.jaas.source.cache.Pack;
import wtf.metio.jaas.source.cache.Shelf;

/** Makes trees and puts them on the shelf, a few at a time. */
final class Trees {

  private final Shelf shelf;
  private final Gate gate;
  private final ArchiveLimits limits;

  Trees(Shelf shelf, Gate gate, ArchiveLimits limits) {
    this.shelf = shelf;
    this.gate = gate;
    this.limits = limits;
  }

  /**
   * Unpacks a part of an archive.
   *
   * @param name under which the tree is kept
   * @param archive stays held
   */
  Landing unpack(String name, Part part, Held archive, Cancellation cancellation) {
    return make(
        name,
        pack ->
            switch (unpacked(pack, part, archive)) {
              case Unpacked.Complete _ -> Optional.empty();
              case Unpacked.Refused refused ->
                  Optional.of(Landing.refused(part.label(), refused).problem());
            },
        cancellation);
  }

  /** Makes a tree of files that are at hand. */
  Landing copy(String name, NearbyFiles files, Cancellation cancellation) {
    return make(name, files::pack, cancellation);
  }

  private Landing make(
      String name, Function<Pack, Optional<SourceProblem>> filling, Cancellation cancellation) {
    if (!gate.enter(cancellation)) {
      return Landing.forNow("nobody waits for the source any more");
    }
    try (var draft = shelf.draft()) {
      Optional<SourceProblem> problem;
      try (var pack = new Pack(draft.file())) {
        problem = filling.apply(pack);
        if (problem.isEmpty()) {
          pack.finish();
        }
      }
      return problem
          .<Landing>map(Landing.Lost::new)
          .orElseGet(() -> new Landing.Kept(draft.put(name)));
    } finally {
      gate.leave();
    }
  }

  private Unpacked unpacked(Pack pack, Part part, Held archive) {
    try (var in = Files.newInputStream(archive.file())) {
      return pack.unpack(in, part.subtree(), limits);
    } catch (IOException e) {
      throw new CacheUnavailableException(e);
    }
  }
}
